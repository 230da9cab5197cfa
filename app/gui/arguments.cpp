#include "app/gui/arguments.h"

#include <QCommandLineParser>

#include "core/run/run_folder.h"

namespace tunebench {

GuiArguments parse_gui_arguments(const QCoreApplication& application) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Fine-tunes language models on this machine."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption dataFolder(
        QStringLiteral("data-folder"), QStringLiteral("Keep history and runs there."), QStringLiteral("DIR"));
    const QCommandLineOption start(QStringLiteral("start"),
                                   QStringLiteral("Start the run file when its checks have passed."));
    QCommandLineOption exitAfterPaint(QStringLiteral("exit-after-first-paint"));
    exitAfterPaint.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({dataFolder, start, exitAfterPaint});
    parser.addPositionalArgument(QStringLiteral("run"), QStringLiteral("A run file to open."),
                                 QStringLiteral("[RUN.tunebench.json]"));
    parser.process(application);
    GuiArguments arguments;
    arguments.data_folder = parser.isSet(dataFolder)
                                ? std::filesystem::path(parser.value(dataFolder).toStdString())
                                : data_folder();
    if (const QStringList files = parser.positionalArguments(); !files.isEmpty())
        arguments.run_file = std::filesystem::path(files.front().toStdString());
    arguments.starts = parser.isSet(start);
    arguments.exits_after_first_paint = parser.isSet(exitAfterPaint);
    return arguments;
}

}  // namespace tunebench
