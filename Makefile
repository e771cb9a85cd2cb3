# Latchkey. `make help` explains itself.

SHELL := /bin/sh
.DEFAULT_GOAL := help

export JAVA_HOME := $(shell bin/find-jdk 2>/dev/null)
MVN := mvn -B --no-transfer-progress
SOURCES := pom.xml $(wildcard */pom.xml) template.yaml \
  $(shell find shared/src/main template/src/main functions/src/main local/src/main -type f 2>/dev/null)
BUILT := local/target/built
TESTED := local/target/tested
JAVA_FULL := $(JAVA_HOME)/bin/java -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED \
  -Dsqlite4java.library.path=local/target/native -Dsun.net.http.retryPost=false
# As most functions run; those that hash passwords have all of the compiler
JAVA := $(JAVA_FULL) -XX:TieredStopAtLevel=1
TASK := benchmarks/target/task
REFERENCES := dev/latchkey/benchmarks/cold
COLD = $(JAVA) -cp "benchmarks/target/classes:$$(cat benchmarks/target/classpath.txt)" dev.latchkey.benchmarks.cold
BENCH = -cp "benchmarks/target/classes:local/target/classes:$$(cat local/target/classpath.txt)" dev.latchkey.benchmarks

TOOLS := target/template-tools/bin
SAM = SAM_CLI_TELEMETRY=0 $(TOOLS)/sam
STACK := latchkey
RELEASE := $(shell date -u +%Y%m%dT%H%M%SZ)-$(shell git rev-parse --short HEAD 2>/dev/null || echo unknown)

FUZZ_SECONDS ?= 20

.PHONY: $(shell grep -o '^[a-z-]*:' Makefile | tr -d :)

help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 23

run: jdk $(BUILT) ## serve the API on 127.0.0.1:3000, with its own DynamoDB, KMS and SES on 127.0.0.1:4566
	@exec $(JAVA) -cp "local/target/classes:$$(cat local/target/classpath.txt)" dev.latchkey.local.LocalServer

aws-local: jdk $(BUILT) ## only the local DynamoDB, KMS and SES, for the AWS CLI, sam local or a debugger
	@exec $(JAVA) -cp "local/target/classes:$$(cat local/target/classpath.txt)" dev.latchkey.local.AwsLocalMain

invoke: jdk $(TESTED) ## run a function on one event, on a server of its own: EVENT=events/<Function>/<case>.json
	@exec $(JAVA) -cp "local/target/test-classes:local/target/classes:$$(cat local/target/test-classpath.txt)" \
	  dev.latchkey.acceptance.InvokeEvent "$(EVENT)"

sam-env: jdk $(BUILT) ## write local/target/sam-env.json, with which `sam local` finds the local AWS (events/README.md)
	@$(JAVA) -cp "local/target/classes:$$(cat local/target/classpath.txt)" dev.latchkey.local.SamEnvironment \
	  >local/target/sam-env.json

verify: jdk ## verify an access token as another service would: ISSUER=… TOKEN=…
	@test -f local/target/classpath.txt || $(MAKE) $(BUILT)
	@$(JAVA) -cp "local/target/classes:$$(cat local/target/classpath.txt)" dev.latchkey.local.VerifyToken $(ISSUER) $(TOKEN)

test: jdk ## build with all quality gates, run every test
	@rm -rf */target/surefire-reports
	@$(MVN) verify
	@touch $(BUILT)
	@bin/test-summary

quick: jdk ## build with the compiler's gates, run the unit tests and those of the contract: a minute, where all is built
	@rm -rf */target/surefire-reports
	@$(MVN) -Punit -DskipShade -pl local -am verify
	@touch $(BUILT)
	@bin/test-summary

test-emulator: jdk ## the acceptance tests on ministack from PyPI, or on the emulator at AWS_ENDPOINT_URL; needs python3
	@bin/test-emulator

test-localstack: jdk ## the same on LocalStack in Docker; skipped, with a word, where there is none
	@bin/test-localstack

check: jdk ## compile with all quality gates, run no test
	@$(MVN) -DskipTests verify

mutation: jdk ## break the decisions in every small way: do the unit tests notice 85 in 100? shared/target/pit-reports
	@$(MVN) -Dquick -Pmutation -pl shared test-compile

bench: jdk $(BUILT) ## measure, each figure against a reference of the same run; half an hour
	@$(MVN) -q -Dquick -DskipTests -DskipShade -pl benchmarks -am package
	@$(JAVA) $(BENCH).UniformAsking >benchmarks/target/functions.log
	@$(JAVA_FULL) $(BENCH).LoginCost >>benchmarks/target/functions.log
	@$(JAVA_FULL) $(BENCH).RefreshCost >>benchmarks/target/functions.log
	@$(JAVA) -Xmx512m $(BENCH).CensusCost >>benchmarks/target/functions.log
	@$(JAVA) -Xmx700m $(BENCH).AccessReportCost >>benchmarks/target/functions.log

lint-api: ## lint openapi.yaml by Spectral and Redocly; needs Node.js and the npm registry
	@bin/lint-api

fuzz-api: jdk $(BUILT) ## call a local server by openapi.yaml in every way; needs Python and PyPI; CASES=30 SEED=9
	@bin/fuzz-api $(JAVA_FULL) -cp "local/target/classes:$$(cat local/target/classpath.txt)" dev.latchkey.local.LocalServer

fuzz: jdk $(BUILT) ## look for bytes that break a parser: FUZZ_SECONDS=20 a target (a quarter of an hour), TARGETS="EmailFuzz …" for some
	@$(MVN) -q -Dquick -DskipTests -Pfuzz -pl fuzz -am test-compile
	@bin/fuzz $(FUZZ_SECONDS) $(TARGETS)

bench-calls: jdk $(BUILT) ## count the calls to AWS of each operation in a firm of 100,000 contacts, and at an address of 5,000
	@$(MVN) -q -Dquick -DskipTests -DskipShade -pl benchmarks -am package
	@$(JAVA) $(BENCH).CallCounts >benchmarks/target/functions.log

bench-cold: jdk ## start each function as Lambda does, with and without a snapshot; half an hour. FUNCTIONS="A B" for some
	@$(MVN) -q -Dquick -DskipTests -pl benchmarks -am package
	@rm -rf $(TASK) benchmarks/target/*.log && mkdir -p $(TASK)/$(REFERENCES)
	@cd $(TASK) && $(JAVA_HOME)/bin/jar -xf ../../../functions/target/latchkey-functions-0.1.0-lambda.jar
	@cp benchmarks/target/classes/$(REFERENCES)/*.class $(TASK)/$(REFERENCES)
	@$(COLD).ColdStart $(TASK) benchmarks/target/cold.log $(FUNCTIONS) >benchmarks/target/functions.log
	@$(COLD).SnapshotStart $(TASK) benchmarks/target/snapshot.log $(FUNCTIONS) >>benchmarks/target/functions.log

fmt: jdk ## format every source file
	@$(MVN) -q spotless:apply

jar: jdk ## build the jar that goes to Lambda
	@$(MVN) -q -Dquick -DskipTests -pl functions -am package

reproduce: jdk ## build the jar twice, under other circumstances: one hash?
	@bin/reproduce

lint-template: ## check template.yaml, and what CloudFormation makes of it; needs Python and PyPI
	@bin/template-tools
	@AWS_DEFAULT_REGION=eu-west-1 $(SAM) validate --lint
	@$(TOOLS)/python bin/translate-template target/template
	@$(TOOLS)/cfn-lint --regions eu-west-1 -- template.yaml target/template/*.json
	@echo "template.yaml is in order, before and after the transform."

kept-template: ## only what outlives a stack, to import it into a new one: target/kept.json
	@bin/template-tools
	@$(TOOLS)/python bin/translate-template --kept target/kept.json

sam-build: jar ## what is deployed, in .aws-sam/build; needs Python and PyPI
	@bin/template-tools
	@$(SAM) build

deploy: parameters sam-build ## deploy to AWS: PARAMETERS=production.yaml [STACK=latchkey], see docs/deploy.md
	@$(SAM) deploy --stack-name $(STACK) --parameter-overrides file://$(PARAMETERS) Release=$(RELEASE) $(SAM_OPTIONS)

parameters:
	@test -f "$(PARAMETERS)" || { echo "PARAMETERS must name a file with the stack's parameters, see docs/deploy.md." >&2; exit 1; }

clean: jdk ## delete what was built
	@$(MVN) -q clean

jdk:
	@bin/find-jdk >/dev/null
	@command -v mvn >/dev/null || { echo "Latchkey needs Maven: no mvn was found on the PATH." >&2; exit 1; }

$(TESTED): $(SOURCES) $(shell find local/src/test -type f 2>/dev/null)
	@echo "Building (a minute or so where Maven has to fetch libraries first) ..." >&2
	@$(MVN) -q -Dquick -DskipTests -pl local -am process-test-classes
	@touch $(TESTED)

$(BUILT): $(SOURCES)
	@echo "Building (a minute or so where Maven has to fetch libraries first) ..."
	@$(MVN) -q -Dquick -DskipTests -pl local -am process-classes
	@touch $(BUILT)
