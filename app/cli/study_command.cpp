#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include <fmt/format.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/document_text.h"
#include "app/cli/output.h"
#include "app/cli/preflight_report.h"
#include "app/cli/study_session.h"
#include "app/cli/study_text.h"
#include "core/run/memory_calibration.h"
#include "core/study/report/study_document.h"

namespace tunebench::cli {
namespace {

struct StudyArguments {
    std::string file = {};
    std::string out = {};
    std::string data_folder = {};
    int progress_seconds = 10;
    bool plan_only = false;
    bool retry_failed = false;
    bool json = false;
};

Result<StudyPlan> plan_of(const StudyArguments& arguments) {
    TRY(auto settings, load_study_file(absolute_path(arguments.file)));
    return plan_study(std::move(settings));
}

/// Prints what the study will cost; a code where it must not start, or only the plan was asked for.
std::optional<ExitCode> show_plan(const StudyArguments& arguments, const StudyPlan& plan,
                                  const std::filesystem::path& data) {
    auto place = this_machine();
    place.data_folder = data;
    place.calibrations = memory_calibrations(data);
    const auto cost = study_cost(plan, place);
    if (!cost)
        return report_error(cost.error(), arguments.json);
    if (const auto refused = report_findings(cost->findings, arguments.json))
        return refused;
    if (!arguments.json)
        print_line(cost_text(plan, *cost));
    else if (arguments.plan_only)
        print_json(cost_to_json(plan, *cost));
    if (arguments.plan_only)
        return ExitCode::Done;
    return {};
}

bool is_anything_compared(const StudyReport& report) {
    for (const auto& arm : report.arms)
        if (arm.against_baseline)
            return true;
    return false;
}

Result<void> write_and_print(const StudyArguments& arguments, const StudyReport& report,
                             const StudyFolder& folder) {
    TRY_VOID(write_study_report(report, folder.path()));
    const auto document = study_document(report);
    if (!arguments.out.empty())
        TRY_VOID(write_document(document, arguments.out));
    if (arguments.json) {
        auto json = study_report_to_json(report);
        json["folder"] = folder.path().string();
        print_json(json);
    } else {
        print_line("\n" + document_text(document));
        print_line(fmt::format("Report: {}", (folder.path() / "report.html").string()));
    }
    return {};
}

ExitCode exit_code_of_study(StudyEnd end, const StudyReport& report) {
    if (end == StudyEnd::Stopped)
        return ExitCode::Stopped;
    if (end == StudyEnd::OutOfTime)
        std::fputs("The time of the study is used up; raise budget.minutes to go on with it.\n", stderr);
    if (is_anything_compared(report))
        return ExitCode::Done;
    std::fputs("Nothing could be compared; the notes of the report say why.\n", stderr);
    return ExitCode::Failed;
}

ExitCode execute(const StudyArguments& arguments) {
    const auto data = chosen_data_folder(arguments.data_folder);
    const auto plan = plan_of(arguments);
    if (!plan)
        return report_error(plan.error(), arguments.json);
    if (!arguments.out.empty())
        if (const auto writable = check_document_file(absolute_path(arguments.out)); !writable)
            return report_error(writable.error(), arguments.json);
    if (const auto over = show_plan(arguments, *plan, data))
        return *over;
    const auto folder = StudyFolder::open(data, plan->settings);
    if (!folder)
        return report_error(folder.error(), arguments.json);
    const auto lock = folder->lock();
    if (!lock)
        return report_error(lock.error(), arguments.json);
    if (const auto kept = folder->keep_settings(plan->settings); !kept)
        return report_error(kept.error(), arguments.json);
    EngineProcess process(data, KeepHistory::Yes);
    const auto done = run_study(process, *plan, *folder,
                                {.retry_failed = arguments.retry_failed,
                                 .quiet = arguments.json,
                                 .plain_interval = std::chrono::seconds(arguments.progress_seconds)});
    process.flush_history();
    const auto report = report_study(*plan, done.results);
    if (const auto written = write_and_print(arguments, report, *folder); !written)
        return report_error(written.error(), arguments.json);
    return exit_code_of_study(done.end, report);
}

}  // namespace

Command add_study_command(CLI::App& program) {
    auto* parser =
        program.add_subcommand("study", "Compare methods fairly, with several seeds, as a study file says");
    const auto arguments = std::make_shared<StudyArguments>();
    parser->add_option("STUDY", arguments->file, "Study file")->type_name("")->required();
    parser->add_flag("--plan", arguments->plan_only, "Say what the study costs, and run nothing");
    parser->add_flag("--retry-failed", arguments->retry_failed, "Try runs again that failed before");
    parser->add_option("--out", arguments->out, "Also write the report here: .md, .html or .tex")
        ->type_name("FILE");
    add_progress_option(*parser, arguments->progress_seconds);
    add_data_folder_option(*parser, arguments->data_folder);
    add_json_flag(*parser, arguments->json);
    parser->footer(
        "Runs that are done are kept: the same command goes on with a study that was stopped.\n" +
        example_footer({"study town.study.json --plan", "study town.study.json --out report.html"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
