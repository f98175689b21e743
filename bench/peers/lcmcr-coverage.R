# Intervals of the R package LCMCR on the tables that CoverageStudy wrote, for comparison.
# Usage: Rscript bench/peers/lcmcr-coverage.R FOLDER [BURN-IN] [SWEEPS]      (needs R and an installed LCMCR)
# Appends to FOLDER/lcmcr.csv and goes on from it. K = 10, a = b = .25, as in our runs.
suppressMessages(library(LCMCR))
arguments <- commandArgs(TRUE)
folder <- arguments[1]
burn_in <- if (length(arguments) > 1) as.integer(arguments[2]) else 5000L
sweeps <- if (length(arguments) > 2) as.integer(arguments[3]) else 20000L
file <- file.path(folder, "lcmcr.csv")
if (!file.exists(file)) cat("scenario,replicate,method,refused,median,lower,upper\n", file = file)
known <- read.csv(file)
names <- sub("\\.csv$", "", list.files(file.path(folder, "tables")))
parts <- do.call(rbind, strsplit(names, "-"))
for (i in order(as.integer(parts[, 2]), as.integer(parts[, 1]))) {
  scenario <- as.integer(parts[i, 1]); replicate <- as.integer(parts[i, 2])
  if (any(known$scenario == scenario & known$replicate == replicate)) next
  table <- read.csv(file.path(folder, "tables", paste0(names[i], ".csv")))
  lists <- ncol(table) - 1
  for (j in seq_len(lists)) table[[j]] <- factor(table[[j]], levels = 0:1)
  names(table)[lists + 1] <- "Freq"
  sampler <- lcmCR(captures = table, tabular = TRUE, in_list_label = "1", not_in_list_label = "0",
                   K = 10, a_alpha = .25, b_alpha = .25, seed = 1000 + i, buffer_size = 10000, thinning = 20)
  totals <- lcmCR_PostSampl(sampler, burnin = burn_in, samples = sweeps %/% 20, thinning = 20, output = FALSE)
  q <- quantile(totals, c(.5, .025, .975))
  cat(sprintf("%d,%d,lcmcr-package,false,%.1f,%.1f,%.1f\n", scenario, replicate, q[1], q[2], q[3]), file = file, append = TRUE)
}
