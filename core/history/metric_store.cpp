#include "core/history/metric_store.h"

namespace tunebench {

MetricStore::MetricStore(Database& database)
    : add_step_(database,
                "INSERT OR REPLACE INTO steps VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, "
                "?13, ?14, ?15, ?16)"),
      add_evaluation_(
          database,
          "INSERT OR REPLACE INTO evaluations VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
      remove_steps_(database, "DELETE FROM steps WHERE run = ?1 AND step > ?2"),
      remove_evaluations_(database, "DELETE FROM evaluations WHERE run = ?1 AND step > ?2"),
      training_loss_(database, "SELECT loss FROM steps WHERE run = ?1 AND step = ?2"),
      best_evaluation_(
          database,
          "SELECT step, loss FROM evaluations WHERE run = ?1 AND is_best ORDER BY step DESC LIMIT 1") {}

Result<void> MetricStore::add(RunKey run, const StepDone& step) {
    TRY_VOID(add_step_.run({run, step.step, step.loss, step.learning_rate, step.gradient_norm, step.epoch,
                            step.tokens, step.tokens_per_second, step.step_seconds, step.elapsed_seconds,
                            step.memory_bytes, step.memory_peak_bytes, step.loss_scale,
                            step.gradient_underflow, step.gradient_overflow, step.skipped_steps}));
    return {};
}

Result<void> MetricStore::add(RunKey run, const EvaluationDone& evaluation, double elapsed_seconds) {
    TRY_VOID(add_evaluation_.run({run, evaluation.step, evaluation.loss, evaluation.perplexity,
                                  evaluation.token_accuracy, evaluation.tokens, evaluation.seconds,
                                  elapsed_seconds, evaluation.is_best, evaluation.accuracy, evaluation.f1}));
    return {};
}

Result<void> MetricStore::go_back_to(RunKey run, std::int64_t step) {
    TRY_VOID(remove_steps_.run({run, step}));
    TRY_VOID(remove_evaluations_.run({run, step}));
    return {};
}

Result<std::optional<double>> MetricStore::training_loss(RunKey run, std::int64_t step) {
    std::optional<double> loss;
    TRY_VOID(training_loss_.each({run, step}, [&](const Row& row) { loss = row.real(0); }));
    return loss;
}

Result<std::optional<MetricStore::Best>> MetricStore::best_evaluation(RunKey run) {
    std::optional<Best> best;
    TRY_VOID(best_evaluation_.each({run}, [&](const Row& row) { best = Best{row.integer(0), row.real(1)}; }));
    return best;
}

}  // namespace tunebench
