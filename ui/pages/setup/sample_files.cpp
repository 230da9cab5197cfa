#include "ui/pages/setup/sample_files.h"

#include <array>

#include <QCoreApplication>

#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

constexpr char kRunFile[] = "town.tunebench.json";

}  // namespace

Result<std::filesystem::path> findSampleRun() {
    const auto program = toPath(QCoreApplication::applicationDirPath());
    const std::array<std::filesystem::path, 3> folders = {
        program / "../share/tunebench/samples", program / "../resources/samples", TUNEBENCH_SAMPLES};
    std::error_code ignored;
    for (const auto& folder : folders)
        if (std::filesystem::exists(folder / kRunFile, ignored))
            return std::filesystem::weakly_canonical(folder / kRunFile, ignored);
    return Error{
        .code = ErrorCode::NotFound,
        .message =
            QCoreApplication::translate("SampleFiles", "The bundled sample is not installed.").toStdString(),
        .hint = QCoreApplication::translate("SampleFiles",
                                            "Reinstall Tunebench, or choose a model and data of your own.")
                    .toStdString()};
}

}  // namespace tunebench::ui
