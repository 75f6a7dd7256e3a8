package dev.rekey.local.conformance;

/**
 * One thing that a service does wrong, the rule that it must turn red, and what that must say.
 * Nothing of another number may be red with it.
 */
enum Flaw {
  OLD_PASSWORD_STAYS("R0", "A known person resets", "the old one still signs in"),
  TELLS_BY_MAIL("R1", "Asked by mail", "UNKNOWN is answered"),
  TELLS_BY_TEXT("R1", "Asked by text", "UNKNOWN is answered"),
  TELLS_WHEN_EXPIRED("R1", "Asked by mail", "UNKNOWN is answered"),
  TELLS_WHEN_USED_UP("R1", "So are those", "UNKNOWN is answered"),
  TELLS_WHEN_THROTTLED("R1", "A source that called too often", "UNKNOWN is answered"),
  SLOW_FOR_KNOWN("R2", "Known, unknown", "ASK of ACTIVE takes +"),
  REQUESTS_LOCK_LOGIN("R3", "Requests and wrong", "no longer signs in after requests"),
  REQUESTS_WRITE_ACCOUNT("R3", "Requests and wrong", "the stored account is another one"),
  NO_RATE("R4", "A source that asks for many", "were all served"),
  NO_COOLDOWN("R4", "Within the cooldown", "3 messages came"),
  NO_LIMIT_OF_SENDS("R4", "An address gets a limited", "messages came in a day"),
  NO_LIMIT_OF_A_SOURCE("R4", "An address gets a limited", "messages came for one source"),
  CASE_SENSITIVE("R6", "An e-mail address has one form", "not good for it in capitals"),
  MIXES_ADDRESSES("R6", "What mixes in", "messages went to addresses"),
  SENDS_ON_GET("R7", "Nothing but POST sends", "messages came of requests other than POST"),
  BURNS_ON_GET("R7", "Nothing but POST uses", "after a GET the right passcode is"),
  TAKES_FORMS("R8", "What a browser's form", "a body of type 'text/plain' is answered Done"),
  OPEN_TO_ALL_PAGES("R8", "No page of a stranger", "allows pages of any origin: *"),
  BELIEVES_FORWARDED("R9", "No header makes a caller", "further ones by a header"),
  TELLS_HOST("R9", "No header gets into", "holds the host of a header"),
  EVEN_DIGITS("R10", "Passcodes have six", "is not uniform"),
  FOUR_DIGITS("R10", "Passcodes have six", "a passcode has 4 digits"),
  MAILED_NEVER_ENDS("R11", "A passcode by mail", "still accepted after PT5M"),
  TEXTED_NEVER_ENDS("R11", "A passcode by text", "still accepted after PT2M"),
  TOKEN_NEVER_ENDS("R11", "A token ends", "it is good after PT5M"),
  TOKEN_FOR_AN_HOUR("R11", "A token ends", "it is said to live PT1H"),
  PASSCODE_TWICE("R12", "A passcode is accepted once", "accepted once more"),
  PASSCODE_RACE("R12", "Of many callers with it", "callers got a token"),
  NO_LIMIT_OF_TRIES("R14", "After a few misses", "accepted after 3 misses"),
  FRESH_BY_PASSCODE("R14", "A new passcode brings", "accepted after 6 misses over several"),
  FRESH_BY_SOURCE("R14", "Nor do new sources", "accepted after 18 misses in a row"),
  FREE_LOOKS("R14", "A look at a passcode", "20 looks of one source at once"),
  COUNTS_AFTER_LOOKING("R14", "A look at a passcode", "looks of one source at once"),
  SHUT_LOCKS_LOGIN("R15", "Where recovery is shut", "no longer signs in at the cap"),
  NEVER_OPENS("R15", "An operator opens it", "no passcode is good"),
  OPENS_BY_ITSELF("R15", "It is still shut", "opened by itself"),
  STRANGERS_USE_UP("R16", "Strangers leave", "right passcode of the asker is Refused"),
  FITS_EVERYBODY("R16", "A passcode is good for its own", "gave a token for another one"),
  ECHOES_PASSCODE("R18", "No secret is in an answer", "the passcode is in an answer"),
  ECHOES_PASSWORD("R18", "No secret is in an answer", "a password is in an answer"),
  TOKEN_IN_HEADER("R18", "No secret is in an answer", "the token is in a header"),
  PASSCODE_IN_URL("R18", "No secret is in an answer", "in the URL of a message"),
  LOGS_PASSCODE("R18", "No line holds a secret", "a secret is in"),
  TEXT_WITHOUT_NAME("R19", "A text names", "does not name the service"),
  TEXT_WITHOUT_LIFE("R19", "A text names", "does not tell that it is good for PT2M"),
  TEXT_WITHOUT_WARNING("R19", "A text names", "does not say that nobody asks"),
  TEXT_TOO_LONG("R19", "A text names", "one part 160"),
  SHORT_TOKEN("R20", "A token has 128", "bits at most"),
  HALF_COMPARED("R20", "A token that was altered", "never given out"),
  TOKEN_TWICE("R21", "A token sets one password", "it set a second one"),
  TOKEN_RACE("R21", "Of many callers with it at once, one sets", "were told that they set it"),
  SKIPS_EXCHANGE("R22", "Nothing but an exchanged", "without an exchange"),
  SETS_OTHERS("R22", "A token sets the password of its own", "of another account"),
  COUNTS_CHARS("R24", "A password has eight", "7 emoji is taken"),
  NO_LEAST_LENGTH("R24", "A password has eight", "7 letters is taken"),
  SHORT_PASSWORDS_ONLY("R25", "64 signs and more", "64 letters is Refused"),
  CUTS_PASSWORDS("R25", "None of it is cut", "begins alike"),
  NOT_NORMALISED("R26", "Composed and decomposed", "does not sign in composed"),
  WANTS_A_DIGIT("R27", "No kinds of signs", "is Refused"),
  NO_BLOCK_LIST("R28", "Common passwords", "'password' is taken"),
  NO_CONTEXT_WORDS("R28", "So are the words", "of the account itself is taken"),
  COMPARES_PARTS("R28", "What merely contains", "one that contains 'password' is Refused"),
  NO_REASON("R28", "The refusal tells", "a refused password is Refused"),
  GIVES_HINTS("R29", "No message and no answer", "a hint or a question is in"),
  KNOWN_PASSWORD_STAYS("R30", "A password that others know", "it still signs in"),
  PASSWORDS_EXPIRE("R30", "No password ends by time", "it signs in no more"),
  REFUSAL_BURNS_TOKEN("R33", "A refused password does not", "a good one is Refused"),
  SESSIONS_GO_ON("R35", "A reset ends all", "sessions go on"),
  SIGNS_IN("R36", "A reset signs nobody in", "sets a cookie"),
  HANDS_OUT_SESSION("R36", "A reset signs nobody in", "the token of a session"),
  DROPS_SECOND_FACTOR("R37", "A second factor stays", "after a reset it is gone"),
  NO_NOTICE("R39", "The owner is told of a reset", "no notice came"),
  PASSWORD_IN_NOTICE("R39", "The owner is told of a reset", "the notice holds a password"),
  NOTICE_WITHOUT_ADVICE("R40", "And what to do", "what to do if it was not you"),
  NOTICE_WITHOUT_CONTACT("R40", "And what to do", "whom to turn to"),
  NOTICE_TO_ONE("R41", "At every confirmed", "the phone number is not told"),
  SENDS_TO_UNCONFIRMED("R42", "Who has no confirmed", "went to UNVERIFIED"),
  SENDS_TO_DISABLED("R42", "Who has no confirmed", "went to DISABLED"),
  SHUTS_QUIETLY("R44", "The owner is told that recovery", "nothing but passcodes came"),
  NO_LINE_OF_MISSES("R45", "Each step leaves", "a wrong guess left no line"),
  LOGS_ADDRESS("R46", "No line holds a whole address", "a whole address is in"),
  LOGS_AS_TYPED("R46", "No line holds a whole address", "a control sign is in a line"),
  FAULT_ON_NULL("R47", "Bad input of any form", "null"),
  SHOWS_TRACE("R47", "Bad input of any form", "by a trace of the program"),
  MAY_BE_STORED("R49", "No answer is stored", "has no cache-control: no-store"),
  HTTPS_FOR_A_DAY("R49", "No answer is stored", "is for less than a year"),
  REPEAT_TAKES_PASSCODE("R55", "A request that comes twice", "the last passcode is Refused");

  /** Of the rule that must be red. */
  final String number;

  /** The beginning of its sentence. */
  final String rule;

  /** A part of its message. */
  final String message;

  Flaw(String number, String rule, String message) {
    this.number = number;
    this.rule = rule;
    this.message = message;
  }
}
