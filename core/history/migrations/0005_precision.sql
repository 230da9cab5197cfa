-- Steps that are computed in 16 bits: what the loss was multiplied with, the shares of gradients that were too small or
-- too large for the type, and the steps left out so far because of it; NULL for steps in fp32. Real columns are ANY;
-- see 0001_runs.sql.
ALTER TABLE steps ADD COLUMN loss_scale ANY;
ALTER TABLE steps ADD COLUMN gradient_underflow ANY;
ALTER TABLE steps ADD COLUMN gradient_overflow ANY;
ALTER TABLE steps ADD COLUMN skipped_steps INTEGER;
