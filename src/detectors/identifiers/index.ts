import { bankAccount } from "./bank-account.ts";
import { chiNumber } from "./chi-number.ts";
import { credential } from "./credential.ts";
import { dateOfBirth } from "./date-of-birth.ts";
import { postcode, streetAddress } from "./home-address.ts";
import { hospitalNumber } from "./hospital-number.ts";
import type { IdentifierKind } from "./identifier-kind.ts";
import { incidentReference } from "./incident-reference.ts";
import { meetingJoin } from "./meeting-join.ts";
import { nationalInsuranceNumber } from "./national-insurance-number.ts";
import { mistypedNhsNumber, nhsNumber } from "./nhs-number.ts";
import { paymentCard } from "./payment-card.ts";
import { personalEmail } from "./personal-email.ts";
import { privateNetwork } from "./private-network.ts";
import { gdcNumber, gmcNumber, gphcNumber, hcpcNumber, nmcPin } from "./professional-registers.ts";
import { secretToken } from "./secret-token.ts";
import { drivingLicence, passport, utr } from "./state-documents.ts";
import { mobileNumber, phoneNumber } from "./telephone.ts";
import { trainingNumber } from "./training-number.ts";
import { vehicleRegistration } from "./vehicle-registration.ts";

export type { IdentifierHit, IdentifierKind } from "./identifier-kind.ts";

/** Every identifier that a rule can ask for, by the name that it has in YAML. */
export const identifiers = {
  "nhs-number": nhsNumber,
  "nhs-number-mistyped": mistypedNhsNumber,
  "chi-number": chiNumber,
  "hospital-number": hospitalNumber,
  "national-insurance-number": nationalInsuranceNumber,
  "gmc-number": gmcNumber,
  "nmc-pin": nmcPin,
  "gdc-number": gdcNumber,
  "gphc-number": gphcNumber,
  "hcpc-number": hcpcNumber,
  "training-number": trainingNumber,
  "date-of-birth": dateOfBirth,
  "mobile-number": mobileNumber,
  "phone-number": phoneNumber,
  "personal-email": personalEmail,
  postcode,
  "street-address": streetAddress,
  "bank-account": bankAccount,
  "payment-card": paymentCard,
  passport,
  "driving-licence": drivingLicence,
  utr,
  "vehicle-registration": vehicleRegistration,
  credential,
  "secret-token": secretToken,
  "private-network": privateNetwork,
  "incident-reference": incidentReference,
  "meeting-join": meetingJoin,
} satisfies Record<string, IdentifierKind>;

export type IdentifierName = keyof typeof identifiers;
