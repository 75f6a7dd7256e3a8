package dev.rekey;

import java.util.List;
import java.util.stream.Stream;

/** The bans that hold for all that is shipped. Each has a broken class that it must refuse. */
final class Bans {
  /** The composition root, where the machine's clock and environment come in. */
  private static final String ROOT = "dev\\.rekey\\.app\\..*";

  /** Classes that hold a secret, and so are never compared but in constant time. */
  static final List<String> SECRETS =
      List.of(
          "dev.rekey.passcode.Passcode",
          "dev.rekey.account.ResetToken",
          "dev.rekey.account.TokenDigest",
          "dev.rekey.password.PasswordText",
          "dev.rekey.password.StoredHash",
          "dev.rekey.keys.KeyBytes",
          "dev.rekey.keys.HmacKey");

  /** Classes that hold or compare secrets. */
  static final List<String> HOLDERS =
      Stream.concat(
              SECRETS.stream(),
              Stream.of(
                  "dev.rekey.settings.KnownApp",
                  "dev.rekey.password.Argon2idHasher",
                  "dev.rekey.keyrotation.Succession",
                  "dev.rekey.dynamo.Tokens",
                  "dev.rekey.dynamo.Finish"))
          .toList();

  static final Ban WEAK_RANDOM =
      Ban.of(
          "a random source that can be foretold (R10)",
          "java\\.lang\\.(Strict)?Math\\.random\\(\\)",
          "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(.*",
          "java\\.util\\.concurrent\\.ThreadLocalRandom\\..*",
          "java\\.util\\.random\\..*",
          "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)");

  static final Ban CLOCK =
      Ban.of(
              "the machine's clock (style guide 12)",
              "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(\\)",
              "java\\.util\\.Date\\..*",
              "java\\.util\\.Calendar\\.getInstance\\(.*",
              "java\\.time\\..*\\.now\\((java\\.time\\.ZoneId)?\\)",
              "java\\.time\\..*\\.(system|tick)[A-Za-z]*\\(.*")
          .butFor(ROOT);

  static final Ban ENVIRONMENT =
      Ban.of(
              "the environment of the process",
              "java\\.lang\\.System\\.(getenv|getProperty|getProperties)\\(.*",
              "java\\.lang\\.System\\.(setProperty|setProperties|clearProperty)\\(.*",
              "java\\.lang\\.(Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)\\(.*")
          .butFor(ROOT);

  static final Ban CHARSET =
      Ban.of(
          "the machine's charset",
          "java\\.lang\\.String\\.getBytes\\((int, int, \\[B, int)?\\)",
          "java\\.lang\\.String\\.<init>\\(\\[B(, int)*\\)",
          "java\\.io\\.InputStreamReader\\.<init>\\(java\\.io\\.InputStream\\)",
          "java\\.io\\.OutputStreamWriter\\.<init>\\(java\\.io\\.OutputStream\\)",
          "java\\.io\\.Print(Stream|Writer)\\.<init>\\(java\\.io\\.OutputStream(, boolean)?\\)",
          "java\\.io\\.ByteArrayOutputStream\\.toString\\(\\)",
          "java\\.util\\.Scanner\\.<init>\\(java\\.io\\.InputStream\\)",
          "java\\.net\\.URL(En|De)coder\\.(en|de)code\\(java\\.lang\\.String\\)",
          "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)");

  static final Ban LOCALE =
      Ban.of(
          "the machine's language or time zone",
          "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
          "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
          "java\\.lang\\.String\\.formatted\\(.*",
          "java\\.util\\.Formatter\\.<init>\\((java\\.lang\\.Appendable)?\\)",
          "java\\.text\\.(Simple)?(Date|Decimal|Number|Message)Format\\.(<init>|get\\w*Instance)\\(.*",
          "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)",
          "java\\.util\\.Locale\\.getDefault\\(.*",
          "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
          "java\\.util\\.TimeZone\\.getDefault\\(\\)");

  static final Ban PRINTING =
      Ban.of(
              "a place to write to beside the audit (R18)",
              "java\\.lang\\.System\\.(out|err)",
              "java\\.lang\\.System\\.(setOut|setErr|console|getLogger)\\(.*",
              "java\\.lang\\.IO\\..*",
              ".*\\.printStackTrace\\(.*",
              ".*\\.dumpStack\\(\\)",
              "java\\.util\\.logging\\..*",
              "org\\.(slf4j|apache\\.(logging|commons\\.logging))\\..*",
              "com\\.amazonaws\\.services\\.lambda\\.runtime\\.(Context\\.getLogger|LambdaLogger\\..*)\\(.*")
          .butFor("dev\\.rekey\\.app\\.App\\.<init>\\(.*");

  static final Ban OBJECT_STREAMS =
      Ban.of(
          "objects made of bytes",
          "java\\.io\\.Object(In|Out)putStream\\..*",
          "java\\.beans\\..*",
          ".*\\.(activate|enable)DefaultTyping\\w*\\(.*");

  static final Ban REFLECTION =
      Ban.of(
          "reflection (style guide 21)",
          "java\\.lang\\.reflect\\..*",
          "java\\.lang\\.Class\\.(forName|newInstance)\\(.*",
          "java\\.lang\\.Class\\.get(Declared\\w+|Methods?|Fields?|Constructors?|RecordComponents)\\(.*",
          "java\\.lang\\.invoke\\.MethodHandles.*",
          "java\\.lang\\.ClassLoader\\.(loadClass|defineClass|<init>)\\(.*",
          "sun\\.misc\\..*");

  static final Ban PROCESSES =
      Ban.of(
          "another process, or the end of this one",
          "java\\.lang\\.ProcessBuilder\\..*",
          "java\\.lang\\.Runtime\\.(exec|exit|halt|load|loadLibrary|addShutdownHook)\\(.*",
          "java\\.lang\\.System\\.(exit|load|loadLibrary)\\(.*");

  static final Ban FILES =
      Ban.of(
          "a file (R54)",
          "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)\\..*",
          "java\\.io\\.PrintStream\\.<init>\\(java\\.(io\\.File|lang\\.String).*",
          "java\\.nio\\.file\\..*",
          "java\\.nio\\.channels\\.(Asynchronous)?FileChannel\\..*");

  static final Ban SOCKETS =
      Ban.of(
          "a network, but through the SDK",
          "java\\.net\\.(Socket|ServerSocket|DatagramSocket|HttpURLConnection|URLConnection)\\..*",
          "java\\.net\\.(URL\\.open\\w+\\(|InetAddress\\.get(All)?ByName\\().*",
          "java\\.net\\.http\\..*",
          "java\\.nio\\.channels\\.\\w*SocketChannel\\..*");

  static final Ban THREADS =
      Ban.of(
          "a thread, or something that one keeps (R54)",
          "java\\.lang\\.Thread\\.(<init>|of\\w+|start\\w*|setName)\\(.*",
          "java\\.lang\\.(ThreadLocal|InheritableThreadLocal|ScopedValue)\\..*",
          "java\\.util\\.concurrent\\.(Executors|CompletableFuture|ForkJoinPool)\\..*",
          "java\\.util\\.concurrent\\.(Scheduled)?ThreadPoolExecutor\\..*",
          "java\\.util\\.Timer\\..*",
          ".*\\.parallel(Stream)?\\(\\)");

  static final Ban KEEPING_MAPPERS =
      Ban.of(
              "a mapper that keeps its buffers (R54)",
              "tools\\.jackson\\.databind\\.(json\\.Json|Object)Mapper\\.(<init>|shared|builder)\\(\\)",
              "tools\\.jackson\\.core\\.json\\.JsonFactory\\.(<init>|builder)\\(.*")
          .butFor("dev\\.rekey\\.json\\.Json\\..*");

  static final Ban COMPARED_SECRETS =
      Ban.of(
          "a comparison of a secret that stops early (R17)",
          "(" + String.join("|", SECRETS).replace(".", "\\.") + ")\\.(equals|hashCode)\\(.*");

  static final Ban COMPARED_INSIDE = comparedInside();

  /** Who has the text could compare it: so nobody has it but who sends, stores or hashes it. */
  static final Ban SPELLED_SECRETS =
      Ban.of(
              "the text of a secret, outside of the class that compares it (R17)",
              "dev\\.rekey\\.passcode\\.Passcode\\.digits\\(\\)",
              "dev\\.rekey\\.account\\.(ResetToken|TokenDigest)\\.text\\(\\)",
              "dev\\.rekey\\.password\\.StoredHash\\.phc\\(\\)")
          .butFor(
              String.join(
                  "|",
                  "dev\\.rekey\\.deliver\\.(Mail|Sms)Courier\\.passcode\\(.*",
                  "dev\\.rekey\\.dynamo\\.(Finish|Tokens)\\..*",
                  "dev\\.rekey\\.dynamo\\.AccountItems\\.item\\(.*",
                  "dev\\.rekey\\.password\\.Argon2idHasher\\..*",
                  "dev\\.rekey\\.verifyreset\\.VerifyResetRequestHandler\\.answer\\(.*"));

  static final List<Ban> ALL =
      List.of(
          WEAK_RANDOM,
          CLOCK,
          ENVIRONMENT,
          CHARSET,
          LOCALE,
          PRINTING,
          OBJECT_STREAMS,
          REFLECTION,
          PROCESSES,
          FILES,
          SOCKETS,
          THREADS,
          KEEPING_MAPPERS,
          COMPARED_SECRETS,
          COMPARED_INSIDE,
          SPELLED_SECRETS);

  private Bans() {}

  /** Within the classes that hold or compare secrets nothing may compare in steps. */
  private static Ban comparedInside() {
    var holders = HOLDERS.stream().map(it -> it.replace(".", "\\.")).toList();
    // A token is compared with its own canonical spelling, not with a secret.
    String spelling = "dev\\.rekey\\.account\\.ResetToken\\.parse\\(java\\.lang\\.String\\)";
    return Ban.of(
            "a comparison of texts or arrays beside a secret (R17)",
            "java\\.lang\\.String\\.(equals|equalsIgnoreCase|contentEquals|compareTo\\w*|regionMatches)\\(.*",
            "java\\.lang\\.String\\.(startsWith|endsWith|contains)\\(.*",
            "java\\.util\\.Objects\\.(deepE|e)quals\\(.*",
            "java\\.util\\.Arrays\\.(equals|deepEquals|compare|mismatch)\\(.*")
        .butFor("(?!(" + String.join("|", holders) + "|dev\\.rekey\\.broken\\.).*).*|" + spelling);
  }
}
