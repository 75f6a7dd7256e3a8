package dev.rekey.audit;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What the audit says of an exception: its class and where it was thrown, never its message, which
 * may hold anything.
 */
public final class FaultLine {
  private static final int FRAMES = 12;

  private FaultLine() {}

  public static AuditLine of(Throwable fault) {
    var line =
        AuditLine.of(AuditEvent.FAULT)
            .because(fault.getClass().getName())
            .with("stack", frames(fault));
    Throwable cause = fault.getCause();
    return cause == null
        ? line
        : line.with("cause", cause.getClass().getName()).with("causeStack", frames(cause));
  }

  private static String frames(Throwable fault) {
    return Arrays.stream(fault.getStackTrace())
        .limit(FRAMES)
        .map(frame ->
            frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
        .collect(Collectors.joining(" "));
  }
}
