package dev.rekey.local.aws;

class RunnerOverLocalStackIT extends RunnerOverAnEmulator {
  RunnerOverLocalStackIT() {
    super(LocalStack.start());
  }
}
