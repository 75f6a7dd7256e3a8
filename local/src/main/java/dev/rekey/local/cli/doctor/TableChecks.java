package dev.rekey.local.cli.doctor;

import dev.rekey.local.cli.check.Check;
import dev.rekey.local.cli.check.Finding;
import dev.rekey.local.cli.stack.Aws;
import dev.rekey.local.cli.stack.Stack;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** The two tables as a whole; no item is read. */
record TableChecks(Aws aws, Stack stack) {
  private static final String RESETS = "Resets";
  private static final String ACCOUNTS = "Accounts";
  private static final String REDEPLOY = "deploy the template again; it says so";

  List<Check> all() {
    return List.of(
        new Check("table resets", "dynamodb:DescribeTable", () -> table("table resets", RESETS)),
        new Check(
            "table accounts", "dynamodb:DescribeTable", () -> table("table accounts", ACCOUNTS)),
        new Check("backups", "dynamodb:DescribeContinuousBackups", this::backups),
        new Check("ttl", "dynamodb:DescribeTimeToLive", this::timeToLive),
        new Check("stream", "dynamodb:DescribeTable", this::stream));
  }

  private String physical(String table) {
    return stack.other(table).orElseThrow();
  }

  private TableDescription describe(String table) {
    return client().describeTable(it -> it.tableName(physical(table))).table();
  }

  private DynamoDbClient client() {
    return aws.client(DynamoDbClient.builder());
  }

  private Finding table(String check, String table) {
    if (stack.other(table).isEmpty()) {
      return Finding.fail(check, "the stack has no table " + table, REDEPLOY);
    }
    var described = describe(table);
    String name = described.tableName();
    if (described.tableStatus() != TableStatus.ACTIVE) {
      return Finding.fail(
          check, name + " is " + described.tableStatusAsString(), "wait until it is ACTIVE");
    }
    return Boolean.TRUE.equals(described.deletionProtectionEnabled())
        ? Finding.ok(check, name + " is active and cannot be deleted by mistake")
        : Finding.warn(check, name + " can be deleted by mistake", REDEPLOY);
  }

  private Finding backups() {
    for (String table : List.of(RESETS, ACCOUNTS)) {
      var backups =
          client()
              .describeContinuousBackups(it -> it.tableName(physical(table)))
              .continuousBackupsDescription()
              .pointInTimeRecoveryDescription();
      if (backups == null
          || backups.pointInTimeRecoveryStatus() != PointInTimeRecoveryStatus.ENABLED) {
        return Finding.warn("backups", "no recovery to a point in time of " + table, REDEPLOY);
      }
    }
    return Finding.ok("backups", "both tables can be recovered to a point in time");
  }

  private Finding timeToLive() {
    var ttl =
        client().describeTimeToLive(it -> it.tableName(physical(RESETS))).timeToLiveDescription();
    boolean on =
        ttl != null
            && ttl.timeToLiveStatus() == TimeToLiveStatus.ENABLED
            && "ttl".equals(ttl.attributeName());
    return on
        ? Finding.ok("ttl", "what has expired is swept")
        : Finding.fail("ttl", "what has expired is kept: no time to live on `ttl`", REDEPLOY);
  }

  private Finding stream() {
    var stream = describe(RESETS).streamSpecification();
    boolean on =
        stream != null
            && Boolean.TRUE.equals(stream.streamEnabled())
            && stream.streamViewType() == StreamViewType.NEW_AND_OLD_IMAGES;
    return on
        ? Finding.ok("stream", "brings new and old images")
        : Finding.fail("stream", "no message is sent: no stream of new and old images", REDEPLOY);
  }
}
