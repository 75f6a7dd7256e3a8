package dev.rekey.http;

import dev.rekey.account.StoreUnavailable;
import dev.rekey.audit.Audit;
import dev.rekey.audit.AuditLine;
import dev.rekey.audit.FaultLine;
import dev.rekey.keys.Keys;
import dev.rekey.keys.KeysUnavailable;
import dev.rekey.message.Language;
import dev.rekey.message.Texts;
import dev.rekey.passcode.Counter;
import dev.rekey.passcode.SourceRate;
import dev.rekey.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Serves the calls of one function: everything that its routes share. Thread-safe.
 *
 * <p>Whatever goes wrong ends here, in an envelope that says nothing of the cause (R47); the audit
 * names the place.
 */
public final class Front {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Gate gate;
  private final Sources sources;
  private final SourceRate rate;
  private final Language defaultLanguage;
  private final EnvelopeWriter writer = new EnvelopeWriter(Texts.load());
  private final Audit audit;
  private final InstantSource clock;
  private final List<Route> routes;

  public Front(
      Settings settings,
      Keys keys,
      Counter counter,
      Audit audit,
      InstantSource clock,
      List<Route> routes) {
    this.gate = new Gate(settings.apps(), settings.userPoolId());
    this.sources = new Sources(settings.trustedSources(), keys);
    this.rate = new SourceRate(counter, settings.ratePerSource());
    this.defaultLanguage = settings.defaultLanguage();
    this.audit = audit;
    this.clock = clock;
    this.routes = List.copyOf(routes);
  }

  /** Reads a proxy event, serves it and writes the answer. */
  public void serve(InputStream in, OutputStream out) throws IOException {
    var event = ProxyEvent.parse(in.readAllBytes());
    String requestId =
        event
            .requestId()
            .filter(id -> UUID_FORM.matcher(id).matches())
            .orElseGet(() -> UUID.randomUUID().toString());
    var language = event.contractHeader("lang").flatMap(Language::of).orElse(defaultLanguage);
    var served = serve(event, new Caller(Optional.empty(), language, requestId));
    audit.write(line(served, event));
    writer.write(served.answer(), served.caller(), out);
  }

  private record Served(Answer answer, Caller caller) {}

  private Served serve(ProxyEvent event, Caller unknown) {
    var caller = unknown;
    try {
      var route = route(event);
      if (route.method().equals("POST")) {
        JsonBody.check(event);
      }
      if (route.needsApp()) {
        gate.check(event);
      }
      var call = route.read().apply(event);
      if (route.method().equals("POST")) {
        caller = new Caller(sources.of(event), caller.language(), caller.requestId());
      }
      if (route.rated() && !rate.admits(route.path(), caller.source(), clock.instant())) {
        return new Served(Answer.refused(AnswerCode.THROTTLED), caller);
      }
      return new Served(call.apply(caller), caller);
    } catch (MalformedRequest refused) {
      return new Served(refused.answer(), caller);
    } catch (StoreUnavailable unavailable) {
      var line = FaultLine.of(unavailable).with("code", unavailable.code());
      return new Served(Answer.refused(AnswerCode.UNAVAILABLE, line), caller);
    } catch (KeysUnavailable unavailable) {
      return new Served(fault(AnswerCode.UNAVAILABLE, unavailable), caller);
    } catch (RuntimeException bug) {
      return new Served(fault(AnswerCode.FAULT, bug), caller);
    }
  }

  private Route route(ProxyEvent event) {
    return routes.stream()
        .filter(route -> route.serves(event))
        .findFirst()
        .orElseThrow(() -> new MalformedRequest(AnswerCode.NOT_FOUND));
  }

  private static Answer fault(AnswerCode refusal, RuntimeException fault) {
    return Answer.refused(refusal, FaultLine.of(fault));
  }

  private AuditLine line(Served served, ProxyEvent event) {
    var caller = served.caller();
    return served
        .answer()
        .audit()
        .with("route", routes.stream().filter(r -> r.serves(event)).map(Route::path).findFirst())
        .with("source", caller.source().map(source -> source.itemKey()))
        .with("requestId", caller.requestId());
  }
}
