package dev.rekey.address;

/** What may stand in an address that somebody typed, before it is read any further. */
final class TypedText {

  private TypedText() {}

  /**
   * No control or invisible sign, no line break, no lone surrogate, nothing unassigned: such signs
   * split headers or make two addresses look alike (R6).
   */
  static boolean isPrintable(String text) {
    return text.codePoints().allMatch(TypedText::isPrintable);
  }

  private static boolean isPrintable(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
