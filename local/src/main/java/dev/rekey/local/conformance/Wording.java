package dev.rekey.local.conformance;

import java.util.regex.Pattern;

/**
 * How the service puts what the standards want to be told, in the language that the adapter asks
 * for.
 *
 * @param product the name that messages carry
 * @param neverAsk tells that nobody asks for a passcode
 * @param advice tells what to do if a reset was somebody else's
 * @param contact tells whom to turn to
 */
public record Wording(String product, Pattern neverAsk, Pattern advice, Pattern contact) {}
