package dev.rekey.local;

import dev.rekey.local.dynamo.DynamoEngine;
import dev.rekey.local.fault.End;

/** Tells the SDK by its own properties where the ends are; a property wins over a variable. */
final class AwsProperties {
  private AwsProperties() {}

  static void set(DynamoEngine dynamo, Ends ends) {
    System.setProperty("aws.region", "us-east-1");
    System.setProperty("aws.accessKeyId", "local");
    System.setProperty("aws.secretAccessKey", "local");
    System.setProperty("aws.endpointUrlDynamoDb", dynamo.endpoint().toString());
    System.setProperty("aws.endpointUrlSes", ends.endpoint(End.SES).toString());
    System.setProperty("aws.endpointUrlSns", ends.endpoint(End.SNS).toString());
    System.setProperty(
        "aws.endpointUrlSecretsManager", ends.endpoint(End.SECRETSMANAGER).toString());
  }
}
