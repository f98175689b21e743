# Processor time of the R package LCMCR: per 1,000 sweeps, and effective draws of log n0 per second.
# Usage: Rscript bench/peers/lcmcr-speed.R TABLE.csv [SWEEPS] [CLASSES] [SEED]      (needs R and an installed LCMCR)
suppressMessages(library(LCMCR))
arguments <- commandArgs(TRUE)
number <- function(i, otherwise) if (length(arguments) >= i) as.integer(arguments[i]) else otherwise
sweeps <- number(2, 200000L)
table <- read.csv(arguments[1])
table <- table[table$count > 0, ]
lists <- ncol(table) - 1
for (j in seq_len(lists)) table[[j]] <- factor(table[[j]], levels = 0:1)
names(table)[lists + 1] <- "Freq"
sampler <- lcmCR(captures = table, tabular = TRUE, in_list_label = "1", not_in_list_label = "0", K = number(3, 10L),
                 a_alpha = .25, b_alpha = .25, seed = number(4, 1L), buffer_size = 100000, thinning = 10)
before <- proc.time()
totals <- lcmCR_PostSampl(sampler, burnin = 1000, samples = sweeps %/% 10, thinning = 10, output = FALSE)
seconds <- sum((proc.time() - before)[1:2])
# Geyer's initial positive sequence on one chain.
correlations <- acf(log(totals - sum(table$Freq) + .5), lag.max = min(length(totals) - 1, 4000), plot = FALSE)$acf[, 1, 1]
sum <- 0
for (k in seq(1, length(correlations) - 1, 2)) {
  pair <- correlations[k] + correlations[k + 1]
  if (pair <= 0) break
  sum <- sum + pair
}
effective <- length(totals) / max(2 * sum - 1, 1e-9)
cat(sprintf("%s: %.2f ms per 1,000 sweeps, %.1f effective draws per second, median %.0f\n",
            basename(arguments[1]), 1e6 * seconds / (sweeps + 1000), effective / seconds, median(totals)))
