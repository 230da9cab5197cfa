#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include <fmt/format.h>

#include "app/cli/batch_rows_text.h"
#include "app/cli/command.h"
#include "app/cli/common_options.h"
#include "app/cli/output.h"
#include "app/cli/preview_text.h"
#include "app/cli/run_target.h"
#include "core/data/loader.h"
#include "core/run/run_model.h"

namespace tunebench::cli {
namespace {

struct PreviewArguments {
    std::string run_file = {};
    std::vector<std::string> overrides = {};
    std::int64_t rows = 3;
    bool as_batches = false;
    bool json = false;
};

Result<DataPreview> preview(const PreviewArguments& arguments) {
    TRY(const auto config, configured(arguments.run_file, arguments.overrides, {}));
    TRY(const auto tokenizer, tokenizer_of(config.model));
    TRY(const auto data, load_run_data(config, tokenizer, CancelToken{}));
    DataPreview shown{.train = data.train.report, .validation = data.validation.report};
    const auto count = std::min(data.train.examples.size(), static_cast<std::size_t>(arguments.rows));
    for (std::size_t i = 0; i < count; ++i) {
        const auto& example = data.train.examples[i];
        const auto file = static_cast<std::size_t>(example.source_file);
        shown.rows.push_back({.file = file < data.train.files.size() ? data.train.files[file] : std::string(),
                              .line = example.source_line,
                              .cut_tokens = example.cut_tokens,
                              .label = label_of(example, data.labels),
                              .tokens = preview_tokens(example, tokenizer)});
    }
    return shown;
}

Result<ModelView> view_of(const PreviewArguments& arguments) {
    TRY(const auto config, configured(arguments.run_file, arguments.overrides, {}));
    TRY(const auto tokenizer, tokenizer_of(config.model));
    return ModelView::read(config, tokenizer, CancelToken{});
}

ExitCode show_batches(const PreviewArguments& arguments) {
    const auto view = view_of(arguments);
    if (!view)
        return report_error(view.error(), arguments.json);
    std::vector<SeenRow> rows;
    for (std::int64_t row = 0; row < std::min(arguments.rows, view->rows()); ++row)
        rows.push_back(view->row(row));
    if (arguments.json)
        print_json(batch_rows_to_json(*view, rows));
    else
        print_line(batch_rows_text(*view, rows, style_of_stdout(), terminal_width()));
    return ExitCode::Done;
}

ExitCode execute(const PreviewArguments& arguments) {
    if (arguments.as_batches)
        return show_batches(arguments);
    const auto shown = preview(arguments);
    if (!shown)
        return report_error(shown.error(), arguments.json);
    if (arguments.json)
        print_json(preview_to_json(*shown));
    else
        print_line(preview_text(*shown, style_of_stdout()));
    return ExitCode::Done;
}

}  // namespace

Command add_preview_command(CLI::App& program) {
    auto* parser =
        program.add_subcommand("preview", "Show what the model will read, and what it learns to predict");
    const auto arguments = std::make_shared<PreviewArguments>();
    parser->add_option("RUN", arguments->run_file, "Run file")->type_name("")->required();
    parser->add_option("--rows", arguments->rows, "Examples, or rows of batches, to show (default 3)")
        ->type_name("N")
        ->check(CLI::NonNegativeNumber);
    parser
        ->add_option("--set", arguments->overrides, "Change a setting of the file, as in data.max_length=512")
        ->type_name("SECTION.KEY=VALUE");
    parser->add_flag("--batches", arguments->as_batches,
                     "Rows as the first epoch's batches have them: packed, with ids and positions");
    add_json_flag(*parser, arguments->json);
    parser->footer(
        "Text that the loss counts is green on a terminal, in [[brackets]] elsewhere.\n" +
        example_footer({"preview town.tunebench.json --rows 2", "preview town.tunebench.json --batches"}));
    return {.parser = parser, .execute = [arguments] { return execute(*arguments); }};
}

}  // namespace tunebench::cli
