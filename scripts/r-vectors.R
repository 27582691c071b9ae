# Writes packages/kpi/test/data/r-vectors.json: what R says about distributions, intervals and tests.
# Run with: Rscript scripts/r-vectors.R > packages/kpi/test/data/r-vectors.json   (R 4.2.2)
set.seed(20261121)

# Every number with all its digits; R's own names for what is no number.
number <- function(x) ifelse(is.na(x), "null", ifelse(is.infinite(x), ifelse(x > 0, "1e999", "-1e999"), sprintf("%.17g", x)))
row <- function(...) paste0("[", paste(number(c(...)), collapse = ","), "]")
group <- function(name, rows) paste0("\"", name, "\":[\n", paste(rows, collapse = ",\n"), "\n]")
list_of <- function(x) paste0("[", paste(number(x), collapse = ","), "]")

tails <- c(10^-(1:12), 10^-c(15, 20, 30, 50, 100, 200, 300), .25, .5, .75, .9, .95, .975, .99, .999, 1 - 1e-6, 1 - 1e-10, 1 - 1e-14)
points <- c(seq(-38, 38, by = .5), seq(-3, 3, by = .07))
normal_cdf <- sapply(points, function(x) row(x, pnorm(x)))
normal_quantile <- sapply(c(tails, runif(100)), function(p) row(p, qnorm(p)))

degrees <- c(1, 1.5, 2, 3, 4, 5, 9, 10, 29, 30, 99, 100, 999, 12345)
student_cdf <- unlist(lapply(degrees, function(v) sapply(c(-1e6, -1000, -100, -37.5, -10, -5, -2.2, -1, -.3, 0, .5, 1.96, 3, 8, 50), function(x) row(x, v, pt(x, v)))))
student_quantile <- unlist(lapply(degrees, function(v) sapply(c(1e-10, 1e-6, .001, .01, .025, .05, .2, .5, .7, .9, .95, .975, .995, .9999), function(p) row(p, v, qt(p, v)))))

shapes <- rbind(c(.5, .5), c(1, 1), c(2, 5), c(5, 2), c(.1, 3), c(3, .1), c(10, 90), c(121, 9881), c(1.5, 800), c(500, 500), c(5000, 45000), c(20, 1e5))
beta_cdf <- unlist(lapply(seq_len(nrow(shapes)), function(i) { a <- shapes[i, 1]; b <- shapes[i, 2]; m <- a / (a + b)
  sapply(c(1e-10, 1e-4, m * c(.1, .5, .8, .95, 1, 1.05, 1.2), m + (1 - m) * c(.1, .5, .9, .999)), function(x) row(x, a, b, pbeta(x, a, b))) }))
beta_quantile <- unlist(lapply(seq_len(nrow(shapes)), function(i) { a <- shapes[i, 1]; b <- shapes[i, 2]
  sapply(c(1e-6, .001, .01, .025, .05, .25, .5, .75, .95, .975, .99, .9999), function(p) row(p, a, b, qbeta(p, a, b))) }))
chi_square_tail <- unlist(lapply(c(1, 2, 3, 5, 10, 50, 200), function(v) sapply(c(.001, .1, .5, 1, 2, 3.84, 10, 30, 100, 300, 1000), function(x) row(x, v, pchisq(x, v, lower.tail = FALSE)))))
f_tail <- unlist(lapply(c(1, 2, 5, 20), function(u) unlist(lapply(c(1, 3, 10, 200), function(v) sapply(c(.01, .5, 1, 2, 4, 10, 100), function(x) row(x, u, v, pf(x, u, v, lower.tail = FALSE)))))))
binomial_cdf <- unlist(lapply(c(1, 10, 100, 5000), function(n) unlist(lapply(c(.001, .02, .3, .5, .97), function(p) sapply(unique(floor(n * c(0, .01, .1, .3, .5, .9, 1))), function(k) row(k, n, p, pbinom(k, n, p)))))))

counts <- rbind(c(3, 5), c(0, 10), c(10, 10), c(1, 1), c(120, 10000), c(150, 10000), c(1, 1e6), t(sapply(1:120, function(i) { n <- sample(2:20000, 1); c(sample(0:n, 1), n) })))
wilson <- sapply(seq_len(nrow(counts)), function(i) row(counts[i, ], suppressWarnings(prop.test(counts[i, 1], counts[i, 2], correct = FALSE)$conf.int)))
clopper_pearson <- sapply(seq_len(nrow(counts)), function(i) row(counts[i, ], binom.test(counts[i, 1], counts[i, 2])$conf.int))

pairs <- rbind(c(120, 10000, 150, 10000), c(5, 50, 12, 55), t(sapply(1:120, function(i) { n <- sample(20:20000, 2); c(sample(1:(n[1] - 1), 1), n[1], sample(1:(n[2] - 1), 1), n[2]) })))
two_proportions <- sapply(seq_len(nrow(pairs)), function(i) { x <- pairs[i, ]; row(x, suppressWarnings(prop.test(c(x[1], x[3]), c(x[2], x[4]), correct = FALSE)$p.value)) })
newcombe <- sapply(seq_len(nrow(pairs)), function(i) { x <- pairs[i, ]
  a <- suppressWarnings(prop.test(x[1], x[2], correct = FALSE)$conf.int); b <- suppressWarnings(prop.test(x[3], x[4], correct = FALSE)$conf.int)
  p <- x[1] / x[2]; q <- x[3] / x[4]; d <- q - p
  row(x, d - sqrt((q - b[1])^2 + (a[2] - p)^2), d + sqrt((b[2] - q)^2 + (p - a[1])^2)) })

sizes <- rbind(c(.02, .024, .05, .8), t(sapply(1:60, function(i) { p <- runif(1, .005, .5); c(p, p * runif(1, 1.05, 1.8), sample(c(.01, .05, .1), 1), sample(c(.8, .9, .95), 1)) })))
sample_size <- sapply(seq_len(nrow(sizes)), function(i) { s <- sizes[i, ]; row(s, power.prop.test(p1 = s[1], p2 = s[2], sig.level = s[3], power = s[4], tol = 1e-12)$n) })

welch <- sapply(1:60, function(i) { a <- round(rnorm(sample(3:40, 1), 10, runif(1, 1, 5)), 3); b <- round(rnorm(sample(3:40, 1), 11, runif(1, 1, 5)), 3)
  t <- t.test(b, a); paste0("[", list_of(a), ",", list_of(b), ",", list_of(c(t$statistic, t$parameter, t$p.value, t$conf.int)), "]") })
mann_whitney_exact <- sapply(1:60, function(i) { x <- sample(1:400, 60); m <- sample(3:25, 1); n <- sample(3:25, 1); a <- x[1:m]; b <- x[(m + 1):(m + n)]
  w <- wilcox.test(a, b, exact = TRUE); paste0("[", list_of(a), ",", list_of(b), ",", list_of(c(w$statistic, w$p.value)), "]") })
mann_whitney_ties <- sapply(1:60, function(i) { a <- sample(1:9, sample(5:60, 1), TRUE); b <- sample(2:10, sample(5:60, 1), TRUE)
  w <- suppressWarnings(wilcox.test(a, b, exact = FALSE, correct = TRUE)); paste0("[", list_of(a), ",", list_of(b), ",", list_of(c(w$statistic, w$p.value)), "]") })
adjusted <- sapply(1:40, function(i) { p <- round(runif(sample(1:15, 1))^3, 6)
  paste0("[", paste(c(list_of(p), sapply(c("bonferroni", "holm", "BH", "BY"), function(m) list_of(p.adjust(p, m)))), collapse = ","), "]") })
quantiles <- sapply(1:40, function(i) { x <- round(rnorm(sample(1:30, 1)), 4); p <- runif(1)
  paste0("[", list_of(x), ",", list_of(c(p, quantile(x, p, type = 7, names = FALSE), quantile(x, p, type = 1, names = FALSE))), "]") })

cat("{\n", paste(c(
  group("normalCdf", normal_cdf), group("normalQuantile", normal_quantile), group("studentCdf", student_cdf), group("studentQuantile", student_quantile),
  group("betaCdf", beta_cdf), group("betaQuantile", beta_quantile), group("chiSquareTail", chi_square_tail), group("fTail", f_tail), group("binomialCdf", binomial_cdf),
  group("wilson", wilson), group("clopperPearson", clopper_pearson), group("twoProportions", two_proportions), group("newcombe", newcombe), group("sampleSize", sample_size),
  group("welch", welch), group("mannWhitneyExact", mann_whitney_exact), group("mannWhitneyTies", mann_whitney_ties), group("adjusted", adjusted), group("quantiles", quantiles)
), collapse = ",\n"), "\n}\n", sep = "")
