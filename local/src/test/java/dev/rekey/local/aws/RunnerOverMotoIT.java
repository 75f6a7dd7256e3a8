package dev.rekey.local.aws;

class RunnerOverMotoIT extends RunnerOverAnEmulator {
  RunnerOverMotoIT() {
    super(Moto.start());
  }
}
