SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test explore bench screenshots fmt openapi clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## build what is missing, load demo data on the first start, serve on 127.0.0.1:8080
	@tests/setup/packages.sh build
	@tests/setup/frontend.sh build
	@cargo run --release --bin bancheng -- serve --demo

test: ## every check: format, lints, unit, HTTP on SQLite and PostgreSQL, SPA, browser
	@tests/run.sh

explore: ## many more random walks through the rules than the tests take, each time others
	@tests/setup/packages.sh build
	PROPTEST_CASES=$${CASES:-20000} cargo test --release --test it properties::any_sequence

bench: ## speed, as ratios to a reference measured in the same run
	@tests/setup/packages.sh bench
	@trap 'tests/setup/postgres.sh stop bench' EXIT; \
	url=$$(tests/setup/postgres.sh start bench); \
	BENCH_POSTGRES_URL=$$url cargo bench --bench commit
	@tests/setup/frontend.sh build
	@cargo build --quiet --release --bin bancheng
	@BANCHENG_BIN=$(CURDIR)/target/release/bancheng node benches/reads.mjs
	@BANCHENG_BIN=$(CURDIR)/target/release/bancheng node benches/spa.mjs

screenshots: ## pictures of every page on demo data, desktop and phone, into target/screenshots
	@tests/setup/packages.sh test
	@tests/setup/frontend.sh build
	@cargo build --quiet --release --bin bancheng
	@BANCHENG_BIN=$(CURDIR)/target/release/bancheng node tests/e2e/screenshots.mjs

fmt: ## format the Rust sources
	@cargo fmt

openapi: ## write openapi/openapi.json and the SPA's client anew
	@tests/setup/packages.sh build
	@mkdir -p target openapi
	@cargo run --quiet --bin bancheng -- openapi > target/openapi.json
	@mv target/openapi.json openapi/openapi.json
	@tests/setup/frontend.sh install
	@cd frontend && npm run client

clean: ## remove what was built and the test clusters; data/ stays
	@tests/setup/postgres.sh stop test
	@tests/setup/postgres.sh stop bench
	rm -rf target frontend/dist frontend/node_modules frontend/test-results
