package dev.rekey.local.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Secrets Manager with one secret, which may be there without a value. */
final class OneSecret implements SecretsManagerClient {
  private final List<String> values = new ArrayList<>();
  private boolean exists;

  /** As CloudFormation leaves it: no value yet. */
  void exists() {
    exists = true;
  }

  void forget() {
    exists = false;
    values.clear();
  }

  /** Every value that it was given since, the last one last. */
  List<String> values() {
    return List.copyOf(values);
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    if (values.isEmpty()) {
      throw ResourceNotFoundException.builder().message("no value").build();
    }
    return GetSecretValueResponse.builder().secretString(values.getLast()).build();
  }

  @Override
  public CreateSecretResponse createSecret(CreateSecretRequest request) {
    if (exists) {
      throw ResourceExistsException.builder().message("there already").build();
    }
    exists = true;
    values.add(request.secretString());
    return CreateSecretResponse.builder().build();
  }

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    values.add(request.secretString());
    return PutSecretValueResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "secretsmanager";
  }

  @Override
  public void close() {}
}
