.PHONY: set-up test demo bench shots
.DEFAULT_GOAL := test

set-up:
	@bash installer/linux/set-up.sh

test: set-up
	@bash tests/run-checks

demo: set-up
	@.venv/bin/refugedesk demo --folder demo

bench: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m bench

shots: set-up
	@QT_QPA_PLATFORM=offscreen PYTHONPATH=tests .venv/bin/python -m shots $(ONLY) $(STATE) $(THEME) $(SCREEN) $(PAGE)
