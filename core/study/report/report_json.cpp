#include "core/jobs/exact_number.h"
#include "core/params/param_json.h"
#include "core/study/report/study_report.h"

namespace tunebench {
namespace {

OrderedJson tries_to_json(const std::vector<RateTry>& tries) {
    OrderedJson json = OrderedJson::array();
    for (const auto& one : tries)
        json.push_back({{"learning_rate", exact_number(one.learning_rate)},
                        {"validation_loss", exact_number(one.validation_loss)}});
    return json;
}

OrderedJson arm_to_json(const ArmReport& arm) {
    return {{"name", arm.name},
            {"method", arm.method_id},
            {"grid", to_json(arm.grid)},
            {"seeds", arm.seeds},
            {"failed", arm.failed},
            {"learning_rate", exact_number(arm.learning_rate)},
            {"rates_tried", tries_to_json(arm.tries)},
            {"loss", arm.loss ? exact_number(arm.loss->mean) : OrderedJson()},
            {"loss_margin", arm.loss ? exact_number(arm.loss->margin(kReportConfidence)) : OrderedJson()},
            {"accuracy", exact_number(arm.accuracy)},
            {"against_baseline", paired_comparison_to_json(arm.against_baseline)},
            {"steps", arm.steps},
            {"trainable_parameters", arm.trainable_parameters},
            {"total_parameters", arm.total_parameters},
            {"peak_bytes", arm.peak_bytes},
            {"predicted_peak_bytes", arm.predicted_peak_bytes},
            {"result_bytes", arm.result_bytes},
            {"seconds", exact_number(arm.seconds)},
            {"forgetting", exact_number(arm.forgetting)},
            {"overfitting", exact_number(arm.overfitting)},
            {"on_memory_front", arm.on_memory_front},
            {"on_parameter_front", arm.on_parameter_front},
            {"on_time_front", arm.on_time_front}};
}

}  // namespace

OrderedJson paired_comparison_to_json(const std::optional<PairedComparison>& comparison) {
    if (!comparison)
        return nullptr;
    return {{"difference", exact_number(comparison->difference.mean)},
            {"margin", exact_number(comparison->difference.margin(kReportConfidence))},
            {"standard_error", exact_number(comparison->difference.standard_error)},
            {"degrees_of_freedom", exact_number(comparison->difference.degrees)},
            {"p", exact_number(comparison->p_value)},
            {"adjusted_p", exact_number(comparison->adjusted_p_value)},
            {"effect_size", exact_number(comparison->effect_size)},
            {"share_better", exact_number(comparison->share_better)},
            {"verdict", difference_text(comparison->verdict)}};
}

OrderedJson study_report_to_json(const StudyReport& report) {
    OrderedJson arms = OrderedJson::array();
    for (const auto& arm : report.arms)
        arms.push_back(arm_to_json(arm));
    return {{"format", "tunebench.study-report/1"},
            {"name", report.name},
            {"held_equal", report.equal},
            {"baseline", report.arms[report.baseline].name},
            {"seeds", report.seeds},
            {"planned_seeds", report.planned_seeds},
            {"examples", report.examples},
            {"untrained_loss", exact_number(report.base_loss)},
            {"confidence", kReportConfidence},
            {"methods", std::move(arms)},
            {"verdict", report.verdict},
            {"notes", report.notes}};
}

}  // namespace tunebench
