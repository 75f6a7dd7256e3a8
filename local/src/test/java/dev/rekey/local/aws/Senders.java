package dev.rekey.local.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.GetIdentityVerificationAttributesRequest;
import software.amazon.awssdk.services.ses.model.GetIdentityVerificationAttributesResponse;
import software.amazon.awssdk.services.ses.model.IdentityVerificationAttributes;
import software.amazon.awssdk.services.ses.model.ListIdentitiesRequest;
import software.amazon.awssdk.services.ses.model.ListIdentitiesResponse;
import software.amazon.awssdk.services.ses.model.VerificationStatus;
import software.amazon.awssdk.services.ses.model.VerifyEmailIdentityRequest;
import software.amazon.awssdk.services.ses.model.VerifyEmailIdentityResponse;

/** SES, which is asked to verify senders. */
final class Senders implements SesClient {
  private final List<String> asked = new ArrayList<>();
  private final List<String> listed = new ArrayList<>();
  private boolean verified = true; // as LocalStack says of those that it was never told of

  /** Its owner has not followed the link, or shown that the domain is theirs. */
  void pending(String identity) {
    listed.add(identity);
    verified = false;
  }

  void verified(String identity) {
    listed.add(identity);
    verified = true;
  }

  /** The addresses that SES wrote to. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public GetIdentityVerificationAttributesResponse getIdentityVerificationAttributes(
      GetIdentityVerificationAttributesRequest request) {
    var status = verified ? VerificationStatus.SUCCESS : VerificationStatus.PENDING;
    var known = IdentityVerificationAttributes.builder().verificationStatus(status).build();
    return GetIdentityVerificationAttributesResponse.builder()
        .verificationAttributes(Map.of(request.identities().getFirst(), known))
        .build();
  }

  @Override
  public ListIdentitiesResponse listIdentities(ListIdentitiesRequest request) {
    return ListIdentitiesResponse.builder().identities(listed).build();
  }

  @Override
  public VerifyEmailIdentityResponse verifyEmailIdentity(VerifyEmailIdentityRequest request) {
    asked.add(request.emailAddress());
    return VerifyEmailIdentityResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return "ses";
  }

  @Override
  public void close() {}
}
