package dev.rekey.broken;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Scanner;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What depends on the machine: each method does one thing that the rule of its class forbids. */
@SuppressWarnings("all")
public final class BrokenMachine {
  private BrokenMachine() {}

  /** Draws from sources that can be foretold. */
  public interface WeakRandom {
    static double maths() {
      return Math.random();
    }

    static Random plain() {
      return new Random(7);
    }

    static int ofTheThread() {
      return ThreadLocalRandom.current().nextInt();
    }

    static RandomGenerator generator() {
      return RandomGenerator.of("L64X128MixRandom");
    }

    static void shuffled(List<String> list) {
      Collections.shuffle(list);
    }

    static Supplier<Double> referred() {
      return Math::random;
    }
  }

  /** A rule that asks the machine for the time. */
  public interface MachineClock {
    static long millis() {
      return System.currentTimeMillis();
    }

    static long nanos() {
      return System.nanoTime();
    }

    static Date date() {
      return new Date();
    }

    static Instant now() {
      return Instant.now();
    }

    static LocalDate today(ZoneId zone) {
      return LocalDate.now(zone);
    }

    static Clock clock() {
      return Clock.systemUTC();
    }

    static Supplier<Instant> referred() {
      return Instant::now;
    }
  }

  /** Reads what the process was started with. */
  public interface Environment {
    static String variable() {
      return System.getenv("REKEY_APPS");
    }

    static String property() {
      return System.getProperty("user.home", "");
    }

    static void set() {
      System.setProperty("passcode", "123456");
    }

    static boolean flag() {
      return Boolean.getBoolean("rekey.debug");
    }
  }

  /** Depends on the charset of the machine. */
  public interface MachineCharset {
    static byte[] bytes(String text) {
      return text.getBytes();
    }

    static Function<String, byte[]> referred() {
      return String::getBytes;
    }

    static String text(byte[] bytes) {
      return new String(bytes);
    }

    static String part(byte[] bytes) {
      return new String(bytes, 0, 1);
    }

    static Object reader(InputStream in) {
      return new InputStreamReader(in);
    }

    static Object printer(OutputStream out) {
      return new PrintStream(out);
    }

    static String buffer(ByteArrayOutputStream out) {
      return out.toString();
    }

    static Object scanner(InputStream in) {
      return new Scanner(in);
    }

    static Charset asked() {
      return Charset.defaultCharset();
    }
  }

  /** Depends on the language of the machine. */
  public interface MachineLocale {
    static String lower(String text) {
      return text.toLowerCase();
    }

    static Function<String, String> upper() {
      return String::toUpperCase;
    }

    static String format(int number) {
      return String.format("%d", number);
    }

    static String formatted(int number) {
      return "%d".formatted(number);
    }

    static Object date() {
      return new SimpleDateFormat("EEE");
    }

    static Locale asked() {
      return Locale.getDefault();
    }

    static ZoneId zone() {
      return ZoneId.systemDefault();
    }
  }
}
