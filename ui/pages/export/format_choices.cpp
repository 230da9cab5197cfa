#include "ui/pages/export/format_choices.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/methods/method.h"
#include "core/models/parameters.h"
#include "core/run/run_folder.h"
#include "core/run/run_model.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"

namespace tunebench::ui {
namespace {

constexpr std::uint64_t kBytesPerNumber = 4;  // fp32

struct Described {
    RunConfig config = {};
    ModelConfig model = {};
    const Method* method = nullptr;
};

Result<Described> describe(const RunSummary& run) {
    Described described;
    TRY(const auto folder, RunFolder::open(run.folder));
    described.config = folder.manifest().config;
    TRY(described.model, stored_model_of(described.config.model));
    described.method = find_method(described.config.method.id);
    if (described.method == nullptr)
        return Error{.code = ErrorCode::Unsupported,
                     .message = QCoreApplication::translate("ExportPage",
                                                            "This version does not know the run's method")
                                    .toStdString(),
                     .hint = QCoreApplication::translate("ExportPage", "Use the version that made the run.")
                                 .toStdString()};
    return described;
}

FormatChoice choiceOf(const ExportFormat& format, const RunSummary& run, const Described& described) {
    FormatChoice choice{.format = &format};
    if (const auto possible = format.check(*described.method, described.model, described.config); !possible)
        choice.refusal = possible.error();
    else
        choice.bytes = kBytesPerNumber * static_cast<std::uint64_t>(format.is_adapter
                                                                        ? run.trainable_parameters
                                                                        : parameter_count(described.model));
    return choice;
}

/// "PEFT adapter (adapter_config.json, …)" without its files.
QString shortTitle(const ExportFormat& format) {
    const QString title = coreText(format.title);
    const auto at = title.indexOf(QStringLiteral(" ("));
    return at < 0 ? title : title.left(at);
}

/// "A, B or C": each of them is meant.
QString oneOf(QStringList names) {
    if (names.size() < 2)
        return names.join(QString());
    const QString last = names.takeLast();
    return QCoreApplication::translate("ExportPage", "%1 or %2").arg(names.join(QStringLiteral(", ")), last);
}

}  // namespace

std::vector<FormatChoice> formatChoices(const RunSummary& run) {
    const auto described = describe(run);
    std::vector<FormatChoice> choices;
    for (const auto* format : all_export_formats())
        choices.push_back(described ? choiceOf(*format, run, *described)
                                    : FormatChoice{.format = format, .refusal = described.error()});
    return choices;
}

QString refusalText(const std::vector<FormatChoice>& choices) {
    std::vector<std::pair<std::string, QStringList>> reasons;
    for (const auto& choice : choices) {
        if (!choice.refusal)
            continue;
        const auto& [code, message, hint, field] = *choice.refusal;
        if (reasons.empty() || reasons.back().first != message)
            reasons.emplace_back(message, QStringList());
        reasons.back().second << shortTitle(*choice.format);
    }
    QStringList lines;
    for (const auto& [message, titles] : reasons)
        lines << QCoreApplication::translate("ExportPage", "Not as %1: %2.")
                     .arg(oneOf(titles), coreSentence(message));
    return lines.join(QLatin1Char('\n'));
}

std::filesystem::path suggestedFolder(const RunSummary& run, const ExportFormat& format) {
    const auto first = run.folder / "export" / format.id;
    auto folder = first;
    std::error_code ignored;
    for (int number = 2; std::filesystem::exists(folder, ignored); ++number)
        folder = first.string() + "-" + std::to_string(number);
    return folder;
}

}  // namespace tunebench::ui
