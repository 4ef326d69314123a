.PHONY: set-up test demo
.DEFAULT_GOAL := test

set-up:
	@bash installer/linux/set-up.sh

test: set-up
	@bash tests/run-checks

demo: set-up
	@.venv/bin/refugedesk demo --folder demo
