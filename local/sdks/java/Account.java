/**
 * An account of one case, with an address and a number that nobody else has.
 *
 * @param national its British number, without the country code
 */
record Account(String email, String national) {
  static final String OLD_PASSWORD = "correct horse battery staple";

  String phone() {
    return "+44" + national;
  }
}
