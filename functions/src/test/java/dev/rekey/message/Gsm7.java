package dev.rekey.message;

/** The default alphabet of GSM 03.38, to count what a text message takes. */
final class Gsm7 {

  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String EXTENDED = "^{}\\[~]|€";

  private Gsm7() {}

  /** The septets of a text, or a negative number when it does not fit the alphabet. */
  static int septets(String text) {
    int septets = 0;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (BASIC.indexOf(sign) < 0 && EXTENDED.indexOf(sign) < 0) {
        return -1;
      }
      septets += EXTENDED.indexOf(sign) < 0 ? 1 : 2;
    }
    return septets;
  }
}
