# Rcapture beside itself with the iterations of R's glm carried to the end: what an early stop does to standard errors.
# Usage: Rscript bench/peers/rcapture-kosovo.R TABLE.csv          (needs R and an installed Rcapture)
suppressMessages(library(Rcapture))
data <- as.matrix(read.csv(commandArgs(TRUE)[1]))
lists <- ncol(data) - 1
counts <- data[, lists + 1]
captures <- data[, seq_len(lists)]
models <- list("[1,2,3,4]" = character(), "[123,14,34]" = c("1:2", "1:3", "2:3", "1:2:3", "1:4", "3:4"),
               "[123,134]" = c("1:2", "1:3", "2:3", "1:2:3", "1:4", "3:4", "1:3:4"))
table <- data.frame(count = counts, captures)
names(table)[-1] <- paste0("x", seq_len(lists))
peer <- suppressWarnings(closedpMS.t(data[counts > 0, ], dfreq = TRUE))$results
refit <- function(terms, control) {
  right <- c(paste0("x", seq_len(lists)), gsub("([0-9])", "x\\1", terms))
  fit <- glm(reformulate(right, "count"), poisson, table, control = control)
  constant <- coef(fit)[[1]]
  variance <- vcov(fit)[1, 1]
  # The Poisson estimate and its error, as Rcapture has them.
  c(N = sum(counts) + exp(constant), se = sqrt(exp(constant) + exp(2 * constant) * variance),
    deviance = deviance(fit), BIC = AIC(fit, k = log(sum(counts))))
}
for (name in names(models)) {
  row <- peer[name, c("abundance", "stderr", "deviance", "BIC")]
  early <- refit(models[[name]], list(epsilon = 1e-8, maxit = 25))
  late <- refit(models[[name]], list(epsilon = 1e-15, maxit = 200))
  cat(sprintf("%-12s %-10s %.10f %.10f %.10f %.10f\n", name,
              c("Rcapture", "glm", "iterated"), c(row[1], early[1], late[1]), c(row[2], early[2], late[2]),
              c(row[3], early[3], late[3]), c(row[4], early[4], late[4])), sep = "")
}
