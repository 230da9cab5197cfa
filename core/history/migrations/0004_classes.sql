-- Evaluations of runs that classify: the share of examples with the right label and the macro F1 score, 0 to 1; NULL
-- for runs that generate text. Real columns are ANY; see 0001_runs.sql.
ALTER TABLE evaluations ADD COLUMN accuracy ANY;
ALTER TABLE evaluations ADD COLUMN f1 ANY;
