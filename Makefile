.PHONY: set-up test demo bench bench-disclosure shots journey-shots
.PHONY: installers try-installers
.DEFAULT_GOAL := test

set-up:
	@bash installer/linux/set-up.sh

test: set-up
	@bash tests/promises/set-up poppler-utils
	@bash tests/run-checks

.PHONY: slow
slow: set-up
	@bash tests/promises/set-up poppler-utils
	@QT_QPA_PLATFORM=offscreen .venv/bin/pytest -n 2 -m slow

demo: set-up
	@.venv/bin/refugedesk demo --folder demo

bench: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m bench

bench-disclosure: set-up
	@test -x .venv-peers/bin/python || { python3 -m venv .venv-peers && .venv-peers/bin/pip install -q -r tests/bench/peers.txt; } || echo "The peers could not be installed."
	@PYTHONPATH=tests .venv/bin/python -m bench.disclosure $(SEEDS)

shots: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m shots $(ONLY) $(STATE) $(THEME) $(SCREEN) $(PAGE)

.PHONY: promises soak comparison
promises: set-up
	@bash tests/promises/set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests SHARE=$(SHARE) .venv/bin/python -m promises $(ONLY)

soak: set-up
	@bash tests/promises/set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m promises soak $(ONLY)

.PHONY: guide
guide: set-up
	@.venv/bin/refugedesk --guides dist

installers: set-up guide
	@bash installer/linux/build.sh
	@bash installer/windows/build.sh
	@cd dist && sha256sum *.deb *.tar.gz *.exe *.zip *.pdf > SHA256SUMS && cat SHA256SUMS

try-installers: set-up
	@bash installer/linux/smoke.sh
	@bash installer/windows/smoke.sh

journey-shots: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m shots.journeys $(THEME) $(SCREEN)

.PHONY: help-pictures
help-pictures: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m shots.help_pictures

comparison: set-up
	@bash tests/promises/set-up keepassxc libreoffice-calc-nogui
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m promises.comparison $(SHARE)


.PHONY: picture
picture: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m shots.readme

.PHONY: translations
translations: set-up
	@PYTHONPATH=tests:src .venv/bin/python tests/translating.py $(CODE)
