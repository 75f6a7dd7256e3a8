package dev.rekey.local.admin;

import com.sun.net.httpserver.HttpExchange;
import dev.rekey.local.wire.LoopbackServer;
import dev.rekey.local.wire.Reply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything under {@code /_local}: finds the action of a call, words bad input as a 400. */
public final class LocalRoutes implements LoopbackServer.Route {
  /** What one method of one route does. */
  @FunctionalInterface
  interface Action {
    Reply answer(Call call);
  }

  private final Map<String, Action> actions = new LinkedHashMap<>();

  /**
   * Takes the routes, by groups that belong together.
   *
   * @param messages absent where they are read in another place
   * @param faults absent where nothing can be made to fail
   * @param rotate absent where Secrets Manager rotates
   */
  public LocalRoutes(
      Optional<MessageRoutes> messages,
      AccountRoutes accounts,
      ClockRoute clock,
      LimitsRoute limits,
      Optional<FaultsRoute> faults,
      OperateRoute operate,
      Optional<RotateRoute> rotate,
      AuditRoute audit) {
    messages.ifPresent(them -> {
      actions.put("GET messages", them::list);
      actions.put("DELETE messages", them::clear);
      actions.put("GET outbox", them::outbox);
    });
    actions.put("PUT accounts", accounts::put);
    actions.put("GET accounts", accounts::get);
    actions.put("POST sign-in", accounts::signIn);
    actions.put("POST clock", clock::advance);
    actions.put("DELETE limits", limits::forget);
    faults.ifPresent(them -> actions.put("PUT faults", them::replace));
    actions.put("POST operate", operate::invoke);
    rotate.ifPresent(it -> actions.put("POST rotate", it::rotate));
    actions.put("GET audit", audit::list);
  }

  @Override
  public Reply answer(HttpExchange exchange) throws IOException {
    try {
      var call = Call.of(exchange);
      var action = actions.get(call.method() + " " + call.name());
      boolean takesArgument = call.name().equals("accounts");
      if (action == null || takesArgument != call.argument().isPresent()) {
        return Reply.line(404, "no such route; there are " + routes());
      }
      return action.answer(call);
    } catch (BadInput e) {
      return Reply.line(400, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
    }
  }

  private String routes() {
    return actions.keySet().stream()
        .map(route -> route.replace(" ", " /_local/"))
        .map(route -> route.endsWith("accounts") ? route + "/{id}" : route)
        .collect(Collectors.joining(", "));
  }
}
