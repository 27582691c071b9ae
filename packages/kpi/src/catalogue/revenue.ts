const attributed = 'Names no truth without its attribution model and window.';
const samePeriod =
  'Margin, customers and cancellations of the same period; per month if the period is a month.';

/** Being paid: what came in, what is left, and what came back for what was spent. */
export const revenue = `
revenue | Attributed revenue | revenue | money signed | house | ${attributed}
contribution_margin | Contribution margin | margin | money signed | house | Revenue less goods, variable costs and refunds.
margin_rate | Contribution margin rate | ratio(margin, revenue) | rate ..1 | house
aov | Average order value | revenue / orders | money signed | house
arpu | Revenue per customer | revenue / customers | money signed | house
roas | Return on ad spend | revenue / spend | multiple signed media | house | ${attributed} | Revenue, not profit: it is not ROI.
poas | Profit on ad spend | margin / spend | multiple signed media | house | ${attributed}
mer | Marketing efficiency ratio | totalRevenue / fullCost | multiple signed full | house | All revenue over all marketing: needs no attribution, and shows no cause.
iroas | Incremental return on ad spend | incrementalRevenue / spend | multiple signed media | house | From an experiment; quote it with its interval.
roi | Return on investment | (margin - fullCost) / fullCost | rate signed full | house | On margin and full costs.
roi_revenue | Return on investment, on revenue | (revenue - fullCost) / fullCost | rate signed full | house | Calls a loss a gain where goods cost money.
break_even_roas | Break-even return on ad spend | ratio(revenue, margin) | multiple 1.. lower | house
ltv_simple | Customer lifetime value, simple | margin / cancellations | money signed | house | Margin per customer ÷ churn; assumes both stay as they are. | ${samePeriod}
ltv_cac | Lifetime value per acquisition cost | (margin / cancellations) / (fullCost / newCustomers) | multiple signed | house | ${samePeriod}
payback_periods | Periods to pay back | (fullCost / newCustomers) / (margin / customers) | per-item lower | house | ${samePeriod}
`;
