#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/doctor_text.h"
#include "app/cli/output.h"
#include "app/cli/progress_line.h"
#include "app/cli/run_target.h"
#include "app/cli/signal_watcher.h"
#include "core/run/run_model.h"

namespace tunebench::cli {
namespace {

constexpr std::chrono::seconds kBetweenLines{10};

struct DoctorArguments {
    std::string run_file = {};
    std::string model = {};
    std::vector<std::string> files = {};
    std::string validation = {};
    std::vector<std::string> overrides = {};
    bool json = false;
};

/// A run file, or a model and files with the settings that a run would have by default.
Result<RunConfig> examined_config(const DoctorArguments& arguments) {
    if (!arguments.run_file.empty())
        return configured(arguments.run_file, arguments.overrides, {});
    if (arguments.model.empty() || arguments.files.empty())
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = "There is nothing to examine",
                     .hint = "Give a run file, or a model with --model and files with --data."};
    auto config = default_run_config();
    config.model.path = absolute_path(arguments.model).string();
    TRY_VOID(apply_overrides(config, arguments.overrides));
    for (const auto& file : arguments.files)
        config.data.train.emplace_back(absolute_path(file).string());
    if (!arguments.validation.empty())
        config.data.validation = absolute_path(arguments.validation).string();
    return config;
}

Result<Diagnosis> examine(const RunConfig& config, bool json) {
    TRY(const auto tokenizer, tokenizer_of(config.model));
    SignalWatcher signals;
    CancelToken cancel;
    ProgressLine line(is_terminal(), kBetweenLines);
    auto diagnosis = examine_run_data(config, tokenizer, cancel, [&](const ExamineProgress& progress) {
        if (signals.take() > 0)
            cancel.cancel();
        if (!json && is_terminal())
            line.show_status(fmt::format("{} {:.0f} %, {} rows", progress_bar(progress.share, 24),
                                         100.0 * progress.share, progress.rows));
    });
    line.clear();
    return diagnosis;
}

ExitCode execute(const DoctorArguments& arguments) {
    const auto config = examined_config(arguments);
    if (!config)
        return report_error(config.error(), arguments.json);
    const auto diagnosis = examine(*config, arguments.json);
    if (!diagnosis)
        return report_error(diagnosis.error(), arguments.json);
    const auto findings = data_findings(*diagnosis, config->data);
    if (arguments.json)
        print_json(doctor_to_json(*diagnosis, findings));
    else
        print_line(doctor_text(*diagnosis, findings, style_of_stdout()));
    return stops_run(findings) ? ExitCode::Failed : ExitCode::Done;
}

}  // namespace

Command add_doctor_command(CLI::App& program) {
    auto* parser = program.add_subcommand("doctor", "Read all data of a run, and say what is wrong with it");
    const auto arguments = std::make_shared<DoctorArguments>();
    auto* run = parser->add_option("RUN", arguments->run_file, "Run file")->type_name("");
    parser->add_option("--model", arguments->model, "Instead of a run file: folder of the model")
        ->type_name("DIR")
        ->excludes(run);
    parser->add_option("--data", arguments->files, "Data file or folder; may be given several times")
        ->type_name("FILE")
        ->allow_extra_args(false)
        ->excludes(run);
    parser->add_option("--validation", arguments->validation, "Validation file or folder")
        ->type_name("FILE")
        ->excludes(run);
    parser
        ->add_option("--set", arguments->overrides, "Change a setting of the run, as in data.max_length=512")
        ->type_name("SECTION.KEY=VALUE");
    add_json_flag(*parser, arguments->json);
    parser->footer("Exits with 1 when a run would stop at this data.\n" +
                   example_footer({"doctor town.tunebench.json",
                                   "doctor --model models/town --data town-train.jsonl --json"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
