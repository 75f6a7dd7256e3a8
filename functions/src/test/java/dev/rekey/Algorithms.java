package dev.rekey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Which algorithms a class asks Java's cryptography for, read from its bytecode. */
final class Algorithms {
  private static final Set<String> PROVIDERS = Set.of("java/security/", "javax/crypto/");

  /** Stands for a name that is not a constant beside the call. */
  static final String CHOSEN = "(chosen at run time)";

  private Algorithms() {}

  /** The algorithm of every {@code getInstance}, by the method that calls it. */
  static Map<String, String> of(Class<?> type) {
    var found = new TreeMap<String, String>();
    String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (var bytes = Objects.requireNonNull(type.getResourceAsStream(file))) {
      for (var method : ClassFile.of().parse(bytes.readAllBytes()).methods()) {
        read(method, type.getName() + "." + method.methodName().stringValue(), found);
      }
    } catch (IOException unread) {
      throw new UncheckedIOException(unread);
    }
    return found;
  }

  private static void read(MethodModel method, String name, Map<String, String> found) {
    if (method.code().isEmpty()) {
      return;
    }
    String last = CHOSEN;
    for (CodeElement element : method.code().get()) {
      switch (element) {
        case ConstantInstruction constant -> last = String.valueOf(constant.constantValue());
        case InvokeInstruction call when asks(call) -> {
          found.put(name, last);
          last = CHOSEN;
        }
        default -> {}
      }
    }
  }

  private static boolean asks(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    return call.name().equalsString("getInstance")
        && PROVIDERS.stream().anyMatch(owner::startsWith);
  }
}
