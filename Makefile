# Each target installs what it needs first; a second time that takes seconds.
.PHONY: help run watch test size bench release dist fmt

help:
	@echo "make run      start the shop with demo data"
	@echo "make watch    the same, built anew when a source changes (cargo leptos watch)"
	@echo "make test     run every test: format, lints, Rust, browser"
	@echo "make size     build the pages for release, and check how much they load"
	@echo "make bench    measure the shop beside its rivals; ARGS=--quick: in a minute"
	@echo "make release  build what is deployed, into dist/"
	@echo "make dist     pack that, with a systemd unit, for those who don't build"
	@echo "make fmt      format the sources"

run:
	@tools/run

watch:
	@tools/run watch

test:
	@tools/test

size:
	@tools/release pages

bench:
	@tools/bench $(ARGS)

release:
	@tools/release

dist:
	@tools/dist

fmt:
	@cargo fmt --all
