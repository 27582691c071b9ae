const clock =
  'Name the clock (case, last message or assignment; calendar or business hours) beside it.';
const answeredOnly = 'Of answered cases only: those still waiting are not in it.';
const reopened = 'To the last closing; reopened cases count whole.';
const classifier = 'Depends on who or what decided: name it.';

/** Talking back: answering in time, solving, and what people thought of it. */
export const care = `
response_rate | Response rate | ratio(messagesAnswered, messagesNeedingAnswer) | share | zendesk | What needs an answer is a choice: name it.
frt_median | Median first response time | median(responseSeconds) | seconds lower | zendesk | ${clock} | ${answeredOnly}
frt_p90 | First response time of nine in ten | p90(responseSeconds) | seconds lower | zendesk | ${clock} | ${answeredOnly}
frt_within_sla | Answered in time | ratio(messagesAnsweredInTime, messagesNeedingAnswer) | share | zendesk | ${clock}
resolution_time_median | Median resolution time | median(resolutionSeconds) | seconds lower | zendesk | ${reopened}
resolution_time_p90 | Resolution time of nine in ten | p90(resolutionSeconds) | seconds lower | zendesk | ${reopened}
resolution_rate | Cases resolved | ratio(casesResolved, cases) | share | house
first_contact_resolution | Resolved at first contact | ratio(casesResolvedAtFirstContact, casesResolved) | share | house
reopen_rate | Cases reopened | ratio(casesReopened, casesResolved) | rate lower | house
escalation_rate | Cases escalated | ratio(casesEscalated, cases) | share lower | house
open_cases | Open cases | openCases | count lower | house
backlog_age_p90 | Age of nine in ten open cases | p90(openCaseSeconds) | seconds lower | house
csat | Satisfied customers | ratio(ratingsSatisfied, ratings) | share | house | Ratings of 4 or 5 of 5; the mean score is another KPI.
csat_mean | Mean satisfaction score | ratio(ratingPoints, ratings) | per-item 1..5 | house
nps | Net promoter score | 100 * (promoters - detractors) / (promoters + passives + detractors) | points -100..100 | house | Standard error of a share: √((p + d − (p − d)²) ÷ n).
sentiment_net | Net sentiment | (positiveMentions - negativeMentions) / (positiveMentions + neutralMentions + negativeMentions) | rate -1..1 | socialK | ${classifier}
sentiment_ratio | Positive among opinions | ratio(positiveMentions, positiveMentions + negativeMentions) | share | socialK | ${classifier} | Leaves the neutral out.
moderation_rate | Items taken down | ratio(itemsRemoved, itemsReviewed) | share neither | house
hide_rate | Items hidden | ratio(itemsHidden, itemsReviewed) | share neither | house
`;
