#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/engine_process.h"
#include "app/cli/output.h"
#include "app/cli/stored_runs.h"
#include "app/cli/table.h"
#include "core/base/byte_units.h"
#include "core/exports/export_format.h"
#include "core/run/export_record.h"

namespace tunebench::cli {
namespace {

struct ExportArguments {
    std::string run = {};
    std::string to = "peft";
    std::string out = {};
    std::string checkpoint = {};
    std::string dtype = {};
    std::string data_folder = {};
    bool json = false;
};

Result<void> check_out(const std::filesystem::path& out) {
    std::error_code ignored;
    if (!std::filesystem::exists(out, ignored) || std::filesystem::is_empty(out, ignored))
        return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = fmt::format("{} exists and is not empty", out.string()),
                 .hint = "Give --out a new folder; nothing that exists is overwritten."};
}

Result<ExportRequest> request_of(const ExportArguments& arguments, const std::filesystem::path& data) {
    const auto out = absolute_path(arguments.out);
    TRY_VOID(check_out(out));
    TRY_VOID(chosen_export_dtype(*find_export_format(arguments.to), arguments.dtype));
    TRY(const auto run, find_run(data, arguments.run));
    return ExportRequest{.run = run.folder.path(),
                         .to = arguments.to,
                         .out = out,
                         .checkpoint = arguments.checkpoint,
                         .dtype = arguments.dtype};
}

std::vector<std::string> format_ids() {
    std::vector<std::string> ids;
    for (const auto* format : all_export_formats())
        ids.emplace_back(format->id);
    return ids;
}

std::string formats_help() {
    std::vector<std::string> lines;
    for (const auto* format : all_export_formats())
        lines.push_back(fmt::format("{}: {}", format->id, format->title));
    return fmt::format("{}", fmt::join(lines, "; "));
}

/// "How the weights are stored; merged: f32 (the default), f16, bf16; …".
std::string dtypes_help() {
    std::vector<std::string> formats;
    for (const auto* format : all_export_formats()) {
        std::vector<std::string_view> names;
        for (const auto dtype : format->dtypes)
            names.push_back(export_dtype_name(dtype));
        if (!names.empty())
            formats.push_back(fmt::format("{}: {}", format->id, fmt::join(names, ", ")));
    }
    return fmt::format("How the weights are stored, the first if not given; {}", fmt::join(formats, "; "));
}

std::string comparison_text(const ExportReport& report) {
    return fmt::format("{} tokens of {}", report.compared_tokens,
                       report.compared_on == "validation"
                           ? fmt::format("{} validation examples", report.compared_sequences)
                           : std::string("a fixed sequence: the run has no validation data"));
}

void print(const ExportReport& report, bool json) {
    if (json)
        return print_json(export_report_to_json(report));
    Table table({{}, {}});
    table.add({"written to", report.out.string()});
    table.add({"files", fmt::format("{}", fmt::join(report.files, ", "))});
    table.add({"size", fmt::format("{} in {} tensors", format_bytes(report.bytes), report.tensors)});
    table.add({"read back", "and compared with the trained model on " + comparison_text(report)});
    table.add({"largest difference", fmt::format("{:.1e} of a logit, {:.1e} of the largest (allowed {:.0e})",
                                                 report.max_logit_difference_absolute,
                                                 report.max_logit_difference, report.tolerance)});
    table.add({"mean KL divergence", fmt::format("{:.1e} nats a token", report.mean_kl)});
    table.add({"same next token", fmt::format("{:.2f} %", 100.0 * report.top1_agreement)});
    print_line(table.text());
    for (const auto& note : report.notes)
        report_warning(note, "");
}

ExitCode execute(const ExportArguments& arguments) {
    const auto data = chosen_data_folder(arguments.data_folder);
    auto request = request_of(arguments, data);
    if (!request)
        return report_error(request.error(), arguments.json);
    EngineProcess process(data, KeepHistory::No);
    const auto report = ask<ExportReport>(
        process, [&request](RunHost& host) { return host.export_run(*std::move(request)); });
    if (!report)
        return report_error(report.error(), arguments.json);
    print(*report, arguments.json);
    return ExitCode::Done;
}

}  // namespace

Command add_export_command(CLI::App& program) {
    auto* parser = program.add_subcommand("export", "Write what a run has trained, read it back and compare");
    const auto arguments = std::make_shared<ExportArguments>();
    parser->add_option("RUN", arguments->run, "A run's folder or id")->type_name("")->required();
    parser->add_option("--to", arguments->to, formats_help())
        ->type_name("FORMAT")
        ->check(CLI::IsMember(format_ids()));
    parser->add_option("--out", arguments->out, "New folder to write")->type_name("DIR")->required();
    parser
        ->add_option("--checkpoint", arguments->checkpoint,
                     "One of the run's checkpoints, instead of its result")
        ->type_name("NAME");
    parser->add_option("--dtype", arguments->dtype, dtypes_help())->type_name("TYPE");
    add_data_folder_option(*parser, arguments->data_folder);
    add_json_flag(*parser, arguments->json);
    parser->footer(example_footer({"export 1a2b3c4d --to peft --out town-adapter",
                                   "export 1a2b3c4d --to gguf-model --dtype q8_0 --out town-gguf"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
