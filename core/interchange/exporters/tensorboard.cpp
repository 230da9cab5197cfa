// An event file a run, in a folder of the run's own: scalars, the settings for the hparams plugin and as a
// text. TensorBoard knows single precision only.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/formats/event_message.h"
#include "core/formats/record_file.h"
#include "core/interchange/run_exporter.h"
#include "core/interchange/unix_time.h"

namespace tunebench::tensorboard_export {
namespace {

constexpr std::string_view kValidation = "validation_";

/// TensorBoard groups by what stands before the slash. An imported name may have one already.
std::string tag_of(const std::string& metric) {
    if (metric.find('/') != std::string::npos)
        return metric;
    if (metric.starts_with(kValidation))
        return "validation/" + metric.substr(kValidation.size());
    return "train/" + metric;
}

Hyperparameter hyperparameter_of(const OrderedJson& value) {
    if (value.is_boolean())
        return value.get<bool>();
    if (value.is_number())
        return value.get<double>();
    return value.is_string() ? value.get<std::string>() : json_text(value);
}

std::string settings_in_markdown(const std::vector<std::pair<std::string, OrderedJson>>& settings) {
    std::string table = "| setting | value |\n|---|---|\n";
    for (const auto& [name, value] : settings)
        table += fmt::format("| {} | `{}` |\n", name,
                             value.is_string() ? value.get<std::string>() : json_text(value));
    return table;
}

struct Step {
    double seconds = 0.0;
    std::vector<EventMessage::Scalar> scalars = {};
};

std::map<std::int64_t, Step> steps_of(const ExportedRun& run) {
    std::map<std::int64_t, Step> steps;
    for (const auto& [metric, points] : run.curves)
        for (const auto& point : points) {
            auto& step = steps[point.step];
            step.seconds = std::max(step.seconds, point.seconds);
            step.scalars.push_back({tag_of(metric), point.value});
        }
    return steps;
}

Result<void> write_events(const ExportedRun& run, double began, DurableFileWriter& file) {
    TRY_VOID(file.append(framed_record(version_event(began))));
    const auto settings = flat_settings(run.details.manifest);
    std::vector<std::pair<std::string, Hyperparameter>> hyperparameters;
    for (const auto& [name, value] : settings)
        hyperparameters.emplace_back(name, hyperparameter_of(value));
    std::vector<std::string> tags;
    for (const auto& curve : run.curves)
        tags.push_back(tag_of(curve.metric));
    for (const auto& event : hyperparameter_events(began, hyperparameters, tags))
        TRY_VOID(file.append(framed_record(event)));
    TRY_VOID(file.append(framed_record(text_event(began, "settings", settings_in_markdown(settings)))));
    for (const auto& [number, step] : steps_of(run))
        TRY_VOID(file.append(framed_record(scalars_event(began + step.seconds, number, step.scalars))));
    return {};
}

Result<void> write(const ExportedRun& run, const std::filesystem::path& out) {
    const auto folder = out / run_folder_name(run.details.manifest);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return file_error(error.value(), "create", folder);
    const double began = unix_seconds_of(run.details.summary.created_at).value_or(0.0);
    const auto& host = run.details.manifest.environment.hostname;
    // TensorBoard knows an event file by "tfevents" in its name; time, machine and process make the name
    // unique.
    const auto name = fmt::format("events.out.tfevents.{:010}.{}.{}.0", static_cast<std::int64_t>(began),
                                  slug_of(host.empty() ? "tunebench" : host), run.details.summary.id);
    TRY(auto file, DurableFileWriter::open(folder / name));
    TRY_VOID(write_events(run, began, file));
    return file.commit();
}

}  // namespace

const RunExporter& exporter() {
    static const RunExporter exporter = {
        .id = "tensorboard", .title = "a folder of event files, for `tensorboard --logdir`", .write = write};
    return exporter;
}

}  // namespace tunebench::tensorboard_export
