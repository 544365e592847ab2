# SPDX-License-Identifier: EUPL-1.2
# tests/data/charts/cases.R
#
# Makes qicharts2.txt and nhs.txt again: series drawn by seed, and what the two R packages say of them. Run with R 4.2.2,
# qicharts2 0.8.1 and NHSRplotthedots 0.2.2, whose R/ folders are the two arguments; of neither is a line here.
#     Rscript cases.R QICHARTS2/R NHSRPLOTTHEDOTS/R
# With dplyr under 1.1, `.default =` in the second has to read `TRUE ~`.

folders <- commandArgs(TRUE)
for (file in c("helper.functions.R", "qic.R")) source(file.path(folders[1], file))
suppressMessages(library(dplyr))
for (file in list.files(folders[2], full.names = TRUE)) if (!grepl("create_|geom_|package|plot_options|colours", file)) source(file)
set.seed(20261123)

short <- function(values) {
  values <- ifelse(is.na(values), "null", sprintf("%.14g", values))
  if (length(unique(values)) == 1 && length(values) > 1) values <- paste0(values[1], "*", length(values))
  paste(values, collapse = " ")
}
exactly <- function(values) paste(sprintf("%.15g", values), collapse = " ")
write_case <- function(to, call, x, y, n, lines, signals, runs)
  cat(gsub(" +\n", "\n", paste("call", call, "\nx", exactly(x), "\ny", exactly(y), "\nn", if (is.null(n)) "" else exactly(n),
    "\ncentre", short(lines[[1]]), "\nlower", short(lines[[2]]), "\nupper", short(lines[[3]]),
    "\nsignals", paste(signals, collapse = " "), "\nruns", paste(runs, collapse = " "), "\n")), "\n", sep = "", file = to)

draw <- function(type, points) {
  n <- NULL
  x <- seq_len(points)
  if (type %in% c("xbar", "s")) x <- rep(x, if (runif(1) < .5) 4 else sample(2:6, points, TRUE))
  y <- switch(type,
    c = rpois(points, 6), g = rgeom(points, .05), t = round(rexp(points, .05), 2) + .01,
    u = , up = { n <- sample(50:900, points, TRUE); rpois(points, .1 * n) },
    p = , pp = { n <- sample(200:400, points, TRUE); rbinom(points, n, plogis(rnorm(points, -1, .4))) },
    ip = { n <- sample(20:400, points, TRUE); rpois(points, .2 * n) },
    round(rnorm(length(x), 40, 6), sample(0:2, 1)))
  if (runif(1) < .5 && type %in% c("run", "i", "mr", "c")) y[x > points / 2] <- round(y[x > points / 2] * 1.4)
  list(x = x, y = y, n = n)
}

to <- file("qicharts2.txt", "w")
for (type in rep(c("run", "i", "mr", "ip", "xbar", "s", "c", "u", "up", "p", "pp", "g", "t"), 5)) {
  points <- sample(6:30, 1)
  drawn <- draw(type, points)
  screen <- runif(1) < .6
  options(qic.screenedmr = screen)
  call <- paste("--type", type, "--style qicharts2 --screen", if (screen) "on" else "off")
  arguments <- list(x = quote(x), y = quote(y), data = as.data.frame(drawn[lengths(drawn) > 0]), chart = type, return.data = TRUE)
  if (!is.null(drawn$n)) arguments$n <- quote(n)
  how <- sample(4, 1)
  if (how == 2) { arguments$freeze <- sample(4:points, 1); call <- paste(call, "--freeze", arguments$freeze) }
  if (how == 3) { arguments$part <- sort(sample(3:(points - 1), 1)); call <- paste(call, "--split", arguments$part) }
  if (how == 4) { arguments$exclude <- sort(sample(points, 2)); call <- paste0(call, " --exclude ", paste(arguments$exclude, collapse = ",")) }
  made <- suppressMessages(do.call(qic, arguments))
  last <- made[nrow(made), ]
  runs <- c(last$n.useful, last$longest.run, last$longest.run.max, last$n.crossings, last$n.crossings.min, last$runs.signal)
  write_case(to, call, drawn$x, drawn$y, drawn$n, made[c("cl", "lcl", "ucl")], which(made$sigma.signal), runs)
}
close(to)

codes <- c("Above UCL" = "above_upper", "Below LCL" = "below_lower", "7 Point Trend (Increasing)" = "trend_up",
  "7 Point Trend (Decreasing)" = "trend_down", "2 in 3 Above CL" = "two_in_three_above",
  "2 in 3 Below CL" = "two_in_three_below", "7 Points Above CL" = "seven_above", "7 Points Below CL" = "seven_below")
to <- file("nhs.txt", "w")
for (index in 1:24) {
  points <- sample(8:40, 1)
  y <- round(switch(1 + index %% 3, rnorm(points, 15, 4), cumsum(rnorm(points)), rnorm(points, 50, 5) + 7 * (seq_len(points) > points / 2)), 1)
  x <- as.Date("2026-01-05") + 7 * seq_len(points)
  screen <- runif(1) < .6
  split <- if (runif(1) < .3) sample(3:(points - 2), 1)
  freeze <- if (runif(1) < .3) 12
  call <- paste("--type i --style nhs --screen", if (screen) "on" else "off")
  if (!is.null(split)) call <- paste(call, "--split", split)
  if (!is.null(freeze)) call <- paste(call, "--freeze", freeze)
  made <- suppressWarnings(ptd_spc(data.frame(x = x, y = y), y, x, rebase = if (is.null(split)) NULL else ptd_rebase(x[split + 1]),
    fix_after_n_points = freeze, screen_outliers = screen))
  special <- which(made$special_cause_type != "Common Cause")
  write_case(to, call, seq_len(points), y, NULL, made[c("mean_col", "lpl", "upl")],
    paste0(special, ":", codes[made$special_cause_type[special]])[seq_along(special)], "")
}
close(to)
