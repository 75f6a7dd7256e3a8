# Everything that one does here. Needs JDK 25 and make; Maven comes by its wrapper.
.DEFAULT_GOAL := help
SHELL := /bin/sh

JDK = $$(local/bin/jdk25)
MAVEN = JAVA_HOME="$$jdk" PATH="$$jdk/bin:$$PATH" ./mvnw -q -B
RUNNER = local/target/classes:$$(cat local/target/runner.classpath)
JAVA = "$$jdk/bin/java" --enable-native-access=ALL-UNNAMED
SOURCES := $(shell find functions/src/main local/src/main -type f 2>/dev/null) pom.xml functions/pom.xml local/pom.xml
BUILT = target/built
CASES ?= 10000
SEED ?= 1
PEOPLE ?= 2000
STEPS ?= 1000000
SECONDS ?= 60
SAM ?= sam
TARGETS ?=
SAM_BUILT = .aws-sam/build/local.yaml

.PHONY: help build run deploy demo bench bench-start drill-rotation silence conformance simulate test test-aws test-sdks sam-build sam-invoke sam-flow lint-api fuzz-api check-supply sbom docs format mutate fuzz prove clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: $(BUILT) ## compile both modules, without tests

$(BUILT): $(SOURCES)
	@echo "building; the first time it takes a few minutes"
	@jdk=$(JDK) && $(MAVEN) package -Dmaven.test.skip=true -Dmdep.analyze.skip=true
	@touch $@

run: $(BUILT) ## start the whole service on 127.0.0.1:8080 (REKEY_PORT, REKEY_DATA)
	@jdk=$(JDK) && exec $(JAVA) -cp "$(RUNNER)" dev.rekey.local.Main

deploy: $(BUILT) ## check, build and deploy an environment of samconfig.toml, print the call to try (ENV=dev, SAM=sam): docs/operations.md
	@SAM="$(SAM)" local/bin/deploy "$(ENV)"

demo: $(BUILT) ## reset a password by the unmodified official Java SDK
	@jdk=$(JDK) && exec $(JAVA) -cp "local/target/classes:$$(cat local/target/demo.classpath)" dev.rekey.local.demo.Demo "$(RUNNER)"

bench: $(BUILT) ## time whole resets through a runner of its own
	@jdk=$(JDK) && exec $(JAVA) -cp "$(RUNNER)" dev.rekey.local.bench.Benchmark "$(RUNNER)"

bench-start: $(BUILT) ## time the first use of each library of the functions
	@jdk=$(JDK) && exec $(JAVA) -cp "$(RUNNER)" dev.rekey.local.bench.FirstUse

silence: $(BUILT) ## compare the times of answers by a rank test (PEOPLE=2000, SEED=1): target/silence.html
	@jdk=$(JDK) && exec $(JAVA) -cp "$(RUNNER)" dev.rekey.local.silence.Silence "$(RUNNER)" $(PEOPLE) $(SEED) target/silence.html

test: ## all checks and tests of both modules
	@rm -rf functions/target/surefire-reports local/target/surefire-reports
	@jdk=$(JDK) && $(MAVEN) verify && local/bin/count-tests

mutate: ## change the rules and ask whether a test sees it, by PIT: docs/mutation.md
	@jdk=$(JDK) && $(MAVEN) -pl functions process-test-classes org.pitest:pitest-maven:mutationCoverage -Dmdep.analyze.skip=true && \
	  local/bin/survivors functions/target/pit-reports/mutations.xml docs/mutation.md

fuzz: ## seek inputs that break a property, by Jazzer (SECONDS=60 a target, TARGETS=all, SEED=1)
	@jdk=$(JDK) && $(MAVEN) -pl functions -Pfuzz process-test-classes -Dmdep.analyze.skip=true && \
	  JAVA_HOME="$$jdk" local/bin/fuzz "functions/target/test-classes:functions/target/classes:$$(cat functions/target/test.classpath)" \
	  "$(SECONDS)" "$(SEED)" $(TARGETS)

test-aws: ## the adapters, the runner and the stack itself over LocalStack and moto: docs/aws.md
	@local/bin/emulators
	@rm -rf functions/target/surefire-reports local/target/surefire-reports
	@jdk=$(JDK) && $(MAVEN) -pl functions,local -Paws test -Dmaven.test.failure.ignore=true -Dmdep.analyze.skip=true && local/bin/count-tests

test-sdks: $(BUILT) ## reset passwords by every official SDK (npm, pip and Maven install them)
	@jdk=$(JDK) && $(MAVEN) -pl functions,local process-test-classes -Dmdep.analyze.skip=true && \
	  JAVA_HOME="$$jdk" local/bin/test-sdks "$(RUNNER)" "$$(cat local/target/demo.classpath)" \
	  "$(CURDIR)/local/target/test-classes:$(CURDIR)/local/target/classes:$$(cat local/target/test.classpath)"

sam-build: ## build the functions by SAM, as they are deployed (SAM=sam)
	@local/bin/sam-needs $@ "$(SAM)"
	@$(MAKE) -s --no-print-directory $(SAM_BUILT)
	@echo "$$(grep -c 'Type: AWS::Serverless::Function$$' $(SAM_BUILT)) functions built"

$(SAM_BUILT): $(filter functions/%,$(SOURCES)) template.yaml local/bin/sam-build
	@jdk=$(JDK) && JAVA_HOME="$$jdk" local/bin/sam-build "$(SAM)"

sam-invoke: ## put every file of events/ to its function in a container of SAM (EVENTS="SendEmail Operate/show" for some); needs Docker
	@local/bin/sam-needs $@ "$(SAM)"
	@$(MAKE) -s --no-print-directory $(SAM_BUILT)
	@jdk=$(JDK) && $(MAVEN) -pl functions process-test-classes -Dmdep.analyze.skip=true && cd functions && \
	  exec $(JAVA) -cp "target/test-classes:target/classes:$$(cat target/test.classpath)" dev.rekey.sam.SamEvents "$(SAM)" $(EVENTS)

sam-flow: ## reset a password through the API of SAM, from the first call to the notice; needs Docker
	@local/bin/sam-needs $@ "$(SAM)"
	@$(MAKE) -s --no-print-directory $(SAM_BUILT)
	@jdk=$(JDK) && $(MAVEN) -pl functions process-test-classes -Dmdep.analyze.skip=true && cd functions && \
	  exec $(JAVA) -cp "target/test-classes:target/classes:$$(cat target/test.classpath)" dev.rekey.sam.SamFlow "$(SAM)"

lint-api: ## check docs/openapi.yaml by a linter (npm installs it)
	@local/bin/lint-api

fuzz-api: $(BUILT) ## make calls of all kinds out of docs/openapi.yaml (CASES=10000, SEED=1)
	@jdk=$(JDK) && JAVA_HOME="$$jdk" CASES="$(CASES)" SEED="$(SEED)" local/bin/fuzz-api "$(RUNNER)"

drill-rotation: $(BUILT) ## rotate the keys twice while passwords are reset and guessed, and count what was lost
	@jdk=$(JDK) && exec $(JAVA) -cp "$(RUNNER)" dev.rekey.local.rotation.RotationDrill "$(RUNNER)"

conformance: $(BUILT) ## hold a running service to the rules that show from outside (URL=http://..., or a runner of its own)
	@jdk=$(JDK) && exec $(JAVA) -cp "$(RUNNER)" dev.rekey.local.conformance.Conformance "$(RUNNER)" $(URL)

simulate: ## seek a broken promise in every interleaving and in random steps (SEED=1, STEPS=1000000)
	@jdk=$(JDK) && $(MAVEN) -pl functions -am process-test-classes -Dmdep.analyze.skip=true && \
	  exec $(JAVA) -Djdk.virtualThreadScheduler.parallelism=1 \
	  -cp "functions/target/test-classes:functions/target/classes:$$(cat functions/target/test.classpath)" \
	  dev.rekey.simulation.Simulate "$(SEED)" "$(STEPS)"

prove: ## break each promise on purpose and see its test go red (ONLY="R12 invariant-3" for some)
	@python3 local/proofs/prove.py $(ONLY)

check-supply: ## build twice and compare the bytes, check the bill of materials and the licences
	@jdk=$(JDK) && JAVA_HOME="$$jdk" python3 local/supply/supply.py ./mvnw target/supply

sbom: ## write the bill of materials of what is shipped: functions/target/sbom.json (CycloneDX)
	@jdk=$(JDK) && $(MAVEN) -pl functions org.cyclonedx:cyclonedx-maven-plugin:makeBom

docs: ## write the pages that tests keep: docs/settings.md, contract.md, standards.md and proofs.md
	@jdk=$(JDK) && $(MAVEN) -pl functions,local -am test -Dtest=SettingsPageTest,ContractTest,StandardsPageTest,ProofsPageTest -Ddocs.write=true \
	  -Dsurefire.failIfNoSpecifiedTests=false -Dmdep.analyze.skip=true

format: ## format the Java files
	@jdk=$(JDK) && $(MAVEN) -N process-resources -Dformat.goal=--replace

clean: ## remove what was built
	@jdk=$(JDK) && $(MAVEN) clean
