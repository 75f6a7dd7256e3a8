package dev.rekey.local.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rekey.local.conformance.Outcome.Done;
import dev.rekey.local.conformance.Outcome.Granted;
import dev.rekey.local.conformance.Outcome.Refused;
import dev.rekey.local.conformance.Outcome.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The wire of the fake: a whole service in this process, behind an adapter of its own. */
class FakeService implements ResetService {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s@,;%\\p{Cntrl}]+@[a-z.A-Z]+|\\+[0-9]+");
  private static final Pattern PASSCODE = Pattern.compile("(?<![0-9])([0-9]{6}|[0-9]{4})(?![0-9])");
  private static final int SOURCES = 12;

  private final FakeDesk desk;
  private final Map<String, Integer> calls = new HashMap<>();

  FakeService(Flaw... flaws) {
    desk = new FakeDesk(Set.of(flaws), this);
  }

  @Override
  public synchronized Answer send(Call call, int source) {
    long start = System.nanoTime();
    var said = said(call, source);
    var body = JSON.createObjectNode();
    said.forEach(body::put);
    body.put("requestId", UUID.randomUUID().toString());
    long nanos = System.nanoTime() - start;
    return new Answer(
        Integer.parseInt(said.getOrDefault("status", "200")),
        headers(said),
        new String(JSON.writeValueAsBytes(body), ISO_8859_1),
        nanos);
  }

  private Map<String, List<String>> headers(Map<String, String> said) {
    var headers = new TreeMap<String, List<String>>();
    headers.put("cache-control", List.of(desk.has(Flaw.MAY_BE_STORED) ? "private" : "no-store"));
    headers.put("x-content-type-options", List.of("nosniff"));
    headers.put("referrer-policy", List.of("no-referrer"));
    var age = desk.has(Flaw.HTTPS_FOR_A_DAY) ? "86400" : "31536000";
    headers.put("strict-transport-security", List.of("max-age=" + age + "; includeSubDomains"));
    if (desk.has(Flaw.OPEN_TO_ALL_PAGES)) {
      headers.put("access-control-allow-origin", List.of("*"));
    }
    if (desk.has(Flaw.SIGNS_IN) && said.containsKey("set")) {
      headers.put("set-cookie", List.of("session=1"));
    }
    if (desk.has(Flaw.TOKEN_IN_HEADER) && said.containsKey("token")) {
      headers.put("location", List.of("/reset?token=" + said.get("token")));
    }
    return headers;
  }

  private Map<String, String> said(Call call, int source) {
    int count = calls.merge(source + call.path(), 1, Integer::sum);
    boolean throttled = count > FakeLimits.LIMITS.callsPerMinute() && !desk.has(Flaw.NO_RATE);
    var step = call.path().replaceFirst("\\?.*", "");
    boolean anyMethod =
        (step.equals("/ask") && desk.has(Flaw.SENDS_ON_GET))
            || (step.equals("/exchange") && desk.has(Flaw.BURNS_ON_GET));
    if (!call.method().equals("POST") && !anyMethod) {
      return said("malformed", 404);
    }
    boolean json = call.headers().getOrDefault("content-type", "").equals("application/json");
    if (!json && !desk.has(Flaw.TAKES_FORMS)) {
      return said("malformed", 415);
    }
    try {
      return served(step, JSON.readTree(call.body()), call, source, throttled);
    } catch (JacksonException | IllegalArgumentException e) {
      return desk.has(Flaw.SHOWS_TRACE)
          ? Map.of("result", "malformed", "trace", "at fake.Parser.parse(Parser.java:17)")
          : said("malformed", 400);
    } catch (IllegalStateException e) {
      return said("fault", 500);
    }
  }

  private static Map<String, String> said(String result, int status) {
    return Map.of("result", result, "status", String.valueOf(status));
  }

  private Map<String, String> served(
      String step, JsonNode body, Call call, int source, boolean throttled) {
    var from =
        desk.has(Flaw.BELIEVES_FORWARDED)
            ? call.headers().getOrDefault("x-forwarded-for", "s" + source)
            : "s" + source;
    if (step.equals("/reset")) {
      return set(text(body, "token"), text(body, "password"));
    }
    var channel = Channel.valueOf(text(body, "channel"));
    var address = text(body, "to");
    if (desk.has(Flaw.MIXES_ADDRESSES) && address.indexOf(',') > 0) {
      List.of(address.split(",", -1)).forEach(it -> desk.ask(channel, it, from, "fake"));
      return said("done", 200);
    }
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("no address");
    }
    if (throttled) {
      boolean tells =
          desk.has(Flaw.TELLS_WHEN_THROTTLED) && desk.account(channel, address).isEmpty();
      return said("throttled", tells ? 430 : 429);
    }
    if (step.equals("/ask")) {
      var host = call.headers().getOrDefault("host", "fake.example");
      return said(desk.ask(channel, address, from, host), 200);
    }
    return proof(step.equals("/check"), channel, address, text(body, "passcode"), from);
  }

  private Map<String, String> proof(
      boolean look, Channel channel, String address, String passcode, String from) {
    var result = desk.attempt(channel, address, passcode, from, look);
    if (look || !result.equals("done")) {
      return said(result, 200);
    }
    var token = desk.exchange(channel, address);
    if (token.isEmpty()) {
      return said("wrong", 200);
    }
    var life = desk.has(Flaw.TOKEN_FOR_AN_HOUR) ? "3600" : "300";
    var granted = new HashMap<>(Map.of("result", "granted", "token", token.get(), "life", life));
    if (desk.has(Flaw.ECHOES_PASSCODE)) {
      granted.put("for", passcode);
    }
    return granted;
  }

  private Map<String, String> set(String token, String password) {
    var result = desk.reset(token, password);
    var said = new HashMap<>(Map.of("result", result));
    if (result.equals("done")) {
      said.put("set", "true");
      if (desk.has(Flaw.HANDS_OUT_SESSION)) {
        said.put("access_token", "1");
      }
    }
    if (desk.has(Flaw.ECHOES_PASSWORD)) {
      said.put("password", password);
    }
    return said;
  }

  private String text(JsonNode body, String name) {
    var value = body.path(name);
    if (value.isNull() && desk.has(Flaw.FAULT_ON_NULL)) {
      throw new IllegalStateException("null");
    }
    if (!value.isString() || value.asString().length() > 1000) {
      throw new IllegalArgumentException(name);
    }
    return value.asString();
  }

  @Override
  public Outcome read(Call call, Answer answer) {
    var body = JSON.readTree(answer.body());
    return switch (body.path("result").asString()) {
      case "done", "used-up", "unknown" -> new Done();
      case "granted" ->
          new Granted(
              body.path("token").asString(),
              Duration.ofSeconds(Long.parseLong(body.path("life").asString())));
      case "soon" -> new Refused(Why.TOO_SOON);
      case "throttled" -> new Refused(Why.THROTTLED);
      case "wrong" -> new Refused(Why.WRONG);
      case "expired" -> new Refused(Why.EXPIRED);
      case "unfit" -> new Refused(Why.UNFIT);
      case "fault" -> new Refused(Why.FAULT);
      default -> new Refused(Why.MALFORMED);
    };
  }

  @Override
  public Call ask(Channel channel, String address) {
    return call("/ask", Map.of("channel", channel, "to", address));
  }

  @Override
  public Call check(Channel channel, String address, String passcode) {
    return call("/check", Map.of("channel", channel, "to", address, "passcode", passcode));
  }

  @Override
  public Call exchange(Channel channel, String address, String passcode) {
    return call("/exchange", Map.of("channel", channel, "to", address, "passcode", passcode));
  }

  @Override
  public Call reset(String token, String password) {
    return call("/reset", Map.of("token", token, "password", password));
  }

  private static Call call(String path, Map<String, ?> body) {
    var json = new String(JSON.writeValueAsBytes(body), UTF_8);
    return Call.post(path, Map.of("content-type", "application/json"), json);
  }

  @Override
  public String comparable(Answer answer) {
    return answer.whole().replaceFirst("\"requestId\":\"[^\"]*\"", "");
  }

  @Override
  public Limits limits() {
    return FakeLimits.LIMITS;
  }

  @Override
  public Wording wording() {
    return FakeTexts.WORDING;
  }

  @Override
  public synchronized void create(Person person, Standing standing) {
    desk.accounts.add(new FakeAccount(person, standing, desk.now));
  }

  @Override
  public synchronized List<Message> messages(Channel channel, String address) {
    return desk.outbox.delivered().stream()
        .filter(it -> it.channel() == channel && it.to().equals(address))
        .toList();
  }

  @Override
  public Optional<String> passcode(Message message) {
    var found = PASSCODE.matcher(message.text());
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public synchronized boolean signsIn(String email, String password) {
    return desk.signsIn(email, password);
  }

  @Override
  public int sources() {
    return SOURCES;
  }

  @Override
  public synchronized Instant advance(Duration by) {
    desk.now = desk.now.plus(by);
    if (by.compareTo(Duration.ofMinutes(1)) >= 0) {
      calls.clear();
    }
    return desk.now;
  }

  @Override
  public synchronized void forgetCalls() {
    calls.clear();
  }

  @Override
  public synchronized String stored(Person person) {
    return account(person).map(it -> it.password + it.writes).orElse("");
  }

  @Override
  public synchronized String sessions(Person person) {
    return account(person).map(it -> String.valueOf(it.epoch)).orElse("");
  }

  @Override
  public synchronized boolean hasSecondFactor(Person person) {
    return account(person).filter(it -> it.secondFactor).isPresent();
  }

  private Optional<FakeAccount> account(Person person) {
    return desk.account(Channel.MAIL, person.email());
  }

  @Override
  public synchronized List<String> lines(Person person) {
    return List.copyOf(desk.lines.getOrDefault(person.email(), List.of()));
  }

  @Override
  public synchronized void open(Channel channel, String address) {
    desk.open(address);
  }

  @Override
  public synchronized void compromise(Channel channel, String address) {
    desk.compromise(address);
  }
}
