// A folder in the layout of MLflow's file store, for `mlflow ui --backend-store-uri`: an experiment, and in
// it a folder a run with meta.yaml, params/, metrics/, tags/ and artifacts/.
#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/format.h>

#include "core/base/durable_file.h"
#include "core/base/file_errors.h"
#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/interchange/run_exporter.h"
#include "core/interchange/unix_time.h"

namespace tunebench::mlflow_export {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kExperiment = "1";
constexpr std::size_t kRunIdDigits = 32;
constexpr std::size_t kMaxParameter = 500;  // characters that every version of MLflow takes

/// MLflow's codes of states.
int status_code(RunStatus status) {
    switch (status) {
        case RunStatus::Running:
        case RunStatus::Paused:
            return 1;
        case RunStatus::Completed:
        case RunStatus::EarlyStopped:
        case RunStatus::Stopped:
            return 3;
        case RunStatus::Failed:
            return 4;
        default:
            return 5;  // killed
    }
}

/// A text in YAML's double quotes, which are JSON's.
std::string quoted(const std::string& text) {
    return json_text(OrderedJson(text));
}

std::int64_t milliseconds(double seconds) {
    return std::llround(seconds * 1000.0);
}

/// Letters, digits and _ - . / space are allowed in names. None leads out of the folder: a part that is empty
/// or of dots alone becomes "_".
std::string safe_name(std::string name) {
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)) &&
            std::string_view("_-./ ").find(c) == std::string_view::npos)
            c = '_';
    std::string safe;
    for (std::size_t begin = 0; begin <= name.size();) {
        const auto end = std::min(name.find('/', begin), name.size());
        const auto part = name.substr(begin, end - begin);
        const bool is_plain = part.find_first_not_of('.') != std::string::npos;
        safe += (safe.empty() ? "" : "/") + (is_plain ? part : std::string("_"));
        begin = end + 1;
    }
    return safe;
}

/// Names of the files of one folder: no two that are the same, and none that is a folder of another.
class FileNames {
public:
    std::string add(const std::string& wanted) {
        auto name = safe_name(wanted);
        if (clashes(name))
            std::ranges::replace(name, '/', '_');
        const auto flat = name;
        for (int number = 2; clashes(name); ++number)
            name = fmt::format("{}_{}", flat, number);
        names_.push_back(name);
        return name;
    }

private:
    bool clashes(const std::string& name) const {
        return std::ranges::any_of(names_, [&](const std::string& other) {
            return other == name || other.starts_with(name + "/") || name.starts_with(other + "/");
        });
    }

    std::vector<std::string> names_ = {};
};

Result<void> write_below(const fs::path& folder, const std::string& name, std::string_view text) {
    const auto file = folder / name;
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return file_error(error.value(), "create", file.parent_path());
    return write_file_durably(file, text);
}

std::string parameter_text(const OrderedJson& value) {
    auto text = value.is_string() ? value.get<std::string>() : json_text(value);
    std::ranges::replace(text, '\n', ' ');  // a parameter is one line
    std::ranges::replace(text, '\r', ' ');
    text = text.substr(0, kMaxParameter);
    return text.substr(0, valid_utf8_prefix(text));
}

std::string number_text(double number) {
    return std::isnan(number) ? "nan" : fmt::format("{}", number);
}

std::string experiment_yaml(const fs::path& folder, std::int64_t time) {
    return fmt::format(
        "artifact_location: {}\ncreation_time: {}\nexperiment_id: '{}'\nlast_update_time: {}\n"
        "lifecycle_stage: active\nname: Tunebench\n",
        quoted("file://" + folder.string()), time, kExperiment, time);
}

std::string run_yaml(const RunSummary& run, const fs::path& folder, const std::string& id, double began) {
    const auto ended = unix_seconds_of(run.finished_at).value_or(began + run.seconds);
    return fmt::format(
        "artifact_uri: {}\nend_time: {}\nentry_point_name: ''\nexperiment_id: '{}'\nlifecycle_stage: active\n"
        "run_id: {}\nrun_name: {}\nrun_uuid: {}\nsource_name: ''\nsource_type: 4\nsource_version: ''\n"
        "start_time: {}\nstatus: {}\ntags: []\nuser_id: ''\n",
        quoted("file://" + (folder / "artifacts").string()), milliseconds(std::max(began, ended)),
        kExperiment, id, quoted(run.name), id, milliseconds(began), status_code(run.status));
}

Result<void> write_tags(const RunSummary& run, const fs::path& folder) {
    const std::pair<std::string, std::string> tags[] = {{"mlflow.runName", run.name},
                                                        {"mlflow.source.type", "LOCAL"},
                                                        {"mlflow.source.name", "tunebench"},
                                                        {"mlflow.note.content", run.notes},
                                                        {"tunebench.id", run.id},
                                                        {"tunebench.method", run.method},
                                                        {"tunebench.model", run.model},
                                                        {"tunebench.tags", run.tags},
                                                        {"tunebench.origin", run.origin}};
    for (const auto& [name, text] : tags)
        if (!text.empty())
            TRY_VOID(write_below(folder / "tags", name, text));
    return {};
}

/// A line a value: time, value, step.
Result<void> write_metrics(const ExportedRun& run, const fs::path& folder, double began) {
    FileNames names;
    for (const auto& [metric, points] : run.curves) {
        std::string lines;
        for (const auto& point : points)
            lines += fmt::format("{} {} {}\n", milliseconds(began + point.seconds), number_text(point.value),
                                 point.step);
        TRY_VOID(write_below(folder / "metrics", names.add(metric), lines));
    }
    return {};
}

Result<void> write(const ExportedRun& run, const fs::path& out) {
    const auto& summary = run.details.summary;
    const auto id = sha256_hex(summary.id).substr(0, kRunIdDigits);
    std::error_code error;
    const auto experiment = fs::absolute(out, error) / kExperiment;
    const auto folder = experiment / id;
    const double began = unix_seconds_of(summary.created_at).value_or(0.0);
    for (const char* part : {"artifacts", "params", "metrics", "tags"})
        if (fs::create_directories(folder / part, error); error)
            return file_error(error.value(), "create", folder / part);
    TRY_VOID(write_below(experiment, "meta.yaml", experiment_yaml(experiment, milliseconds(began))));
    TRY_VOID(write_below(folder, "meta.yaml", run_yaml(summary, folder, id, began)));
    FileNames names;
    for (const auto& [name, value] : flat_settings(run.details.manifest))
        TRY_VOID(write_below(folder / "params", names.add(name), parameter_text(value)));
    TRY_VOID(write_tags(summary, folder));
    return write_metrics(run, folder, began);
}

}  // namespace

const RunExporter& exporter() {
    static const RunExporter exporter = {
        .id = "mlflow", .title = "a folder for `mlflow ui --backend-store-uri`", .write = write};
    return exporter;
}

}  // namespace tunebench::mlflow_export
