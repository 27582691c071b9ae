const baseline =
  'Against the mentions that season and hour lead one to expect: name the baseline window.';
const detector = 'Depends on the detector and its thresholds: name them.';

/** Being talked about badly: how much, how fast, and for how long. */
export const crisis = `
mention_velocity | Mentions against the expected | ratio(brandMentions, expectedMentions) | multiple lower | house | ${baseline}
negative_share | Negative among mentions | negativeMentions / (positiveMentions + neutralMentions + negativeMentions) | share lower | house | Depends on the classifier: name it.
negative_velocity | Negative mentions against the expected | ratio(negativeMentions, expectedNegativeMentions) | multiple lower | house | ${baseline}
crisis_reach | People reached by the crisis | crisisReach | count lower | house | Distinct people, as the tool gives them; never a sum.
amplifier_concentration | Impressions from the largest accounts | ratio(amplifierImpressions, crisisImpressions) | share neither | house | Say how many accounts are the largest.
media_pickup | Articles in the media | mediaPickups | count lower | house
time_to_detect | Median time to detect | median(detectionSeconds) | seconds lower | house | ${detector}
time_to_first_statement | Median time to the first statement | median(statementSeconds) | seconds lower | house
time_to_recovery | Median time to recovery | median(recoverySeconds) | seconds lower | house | ${detector} | Until sentiment stays inside its usual band.
half_life | Median half-life of the volume | median(halfLifeSeconds) | seconds lower | house
`;
