# Moderato: `make help` lists what there is.
SHELL := /bin/bash
BINARY := .build/release/moderato
PACKAGES := libxml2-dev libvectorscan-dev libpcre2-dev libcmark-dev nettle-dev libsqlite3-dev pkg-config
# Only what the benchmarks measure with, and what their reference in C++ is made of.
BENCH_PACKAGES := libsimdjson-dev g++ time

.DEFAULT_GOAL := help
.PHONY: help deps build run test lint bench clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-7s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## install with apt what is missing of the C libraries
	@Scripts/install-packages $(PACKAGES)

build: deps ## the static release binary, .build/release/moderato
	@swift build -c release --static-swift-stdlib --product moderato

run: build ## drain the sample inbox and show what came out
	@Scripts/run-sample $(BINARY)

test: deps ## all tests
	@swift test --parallel

lint: ## formatting, as CI checks it
	@swift format lint --strict --recursive Package.swift Sources Tests Benchmarks Fuzzing

bench: build ## speed and memory, beside a reference in C++
	@Scripts/install-packages $(BENCH_PACKAGES)
	@Benchmarks/run $(BINARY)

clean: ## remove what was built
	@rm -rf .build
