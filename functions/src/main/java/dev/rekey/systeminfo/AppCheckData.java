package dev.rekey.systeminfo;

/** The data of an app check; the Go SDK shows the message (contract section 1.2). */
record AppCheckData(boolean valid, String message) {}
