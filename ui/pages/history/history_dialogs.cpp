#include "ui/pages/history/history_dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>

#include "core/interchange/run_exporter.h"
#include "ui/pages/history/column_chooser.h"
#include "ui/text/core_text.h"
#include "ui/text/qt_text.h"

namespace tunebench::ui {
namespace {

class HistoryDialogs {
    Q_DECLARE_TR_FUNCTIONS(HistoryDialogs)
};

}  // namespace

void askForColumns(QWidget* parent, const std::vector<RunColumn>& known, std::vector<RunViewColumn> chosen,
                   std::function<void(std::vector<RunViewColumn>)> answer) {
    auto* chooser = new ColumnChooser(known, std::move(chosen), parent);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(chooser, &QDialog::accepted, parent,
                     [chooser, answer = std::move(answer)] { answer(chooser->chosen()); });
    chooser->open();
}

void askForText(QWidget* parent, const QString& title, const QString& question, const QString& text,
                std::function<void(const QString&)> answer) {
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(question);
    dialog->setTextValue(text);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent,
                     [answer = std::move(answer)](const QString& given) {
                         if (!given.trimmed().isEmpty())
                             answer(given.trimmed());
                     });
    dialog->open();
}

void askForTarget(QWidget* parent, const QString& exporter,
                  std::function<void(const std::filesystem::path&)> answer) {
    const RunExporter* format = find_run_exporter(exporter.toStdString());
    if (format == nullptr)
        return;
    const bool isFile = format->text != nullptr;
    auto* dialog =
        new QFileDialog(parent, HistoryDialogs::tr("Write runs as %1").arg(coreText(format->title)));
    dialog->setObjectName(QStringLiteral("write_dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (isFile)
        dialog->setDefaultSuffix(exporter);
    dialog->selectFile(isFile ? QStringLiteral("runs.%1").arg(exporter) : exporter);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [answer = std::move(answer)](const QString& file) { answer(toPath(file)); });
    dialog->open();
}

void askForLogs(QWidget* parent, bool isFolder,
                std::function<void(const std::vector<std::filesystem::path>&)> answer) {
    auto* dialog = new QFileDialog(parent, isFolder ? HistoryDialogs::tr("Import a folder of logs")
                                                    : HistoryDialogs::tr("Import log files"));
    dialog->setObjectName(QStringLiteral("import_dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFolder ? QFileDialog::Directory : QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [answer = std::move(answer)](const QStringList& files) {
                         std::vector<std::filesystem::path> places;
                         for (const QString& file : files)
                             places.push_back(toPath(file));
                         answer(places);
                     });
    dialog->open();
}

}  // namespace tunebench::ui
