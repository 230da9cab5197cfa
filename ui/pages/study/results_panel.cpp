#include "ui/pages/study/results_panel.h"

#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QUrl>
#include <QVBoxLayout>

#include "core/study/report/study_document.h"
#include "ui/pages/study/document_view.h"
#include "ui/pages/study/sensitivity_charts.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {
namespace {

constexpr char kReportFiles[] = "HTML (*.html);;Markdown (*.md);;LaTeX (*.tex);;JSON (*.json)";

/// "*.md" of "Markdown (*.md)" as an ending.
QString endingOf(const QString& filter) {
    const qsizetype dot = filter.lastIndexOf(QLatin1Char('.'));
    return dot < 0 ? QString() : filter.mid(dot).remove(QLatin1Char(')'));
}

}  // namespace

ResultsPanel::ResultsPanel(StudyRunner& runner, QWidget* parent) : QWidget(parent), runner_(runner) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    message_ = new MessageBar(this);
    column->addWidget(message_);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Most of it is read: arrow keys scroll it.
    scroll_->setAccessibleName(tr("Results of the study"));
    view_ = new DocumentView(scroll_);
    scroll_->setWidget(view_);
    scroll_->viewport()->setAutoFillBackground(false);
    view_->setAutoFillBackground(false);
    column->addWidget(scroll_, 1);
    connect(&runner_, &StudyRunner::reported, this, &ResultsPanel::showReport);
    connect(&runner_, &StudyRunner::changed, this, &ResultsPanel::updateButtons);
    showReport();
}

QWidget* ResultsPanel::buildHeader() {
    auto* header = new QWidget(this);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    summary_ = makeLabel({}, TextRole::Caption, header);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(summary_, 1);
    open_ = new QPushButton(icon(QStringLiteral("folder")), tr("Open folder"), header);
    open_->setObjectName(QStringLiteral("study_folder"));
    open_->setToolTip(tr("Where the report lies in every format, beside what was measured"));
    row->addWidget(open_);
    save_ = new QPushButton(icon(QStringLiteral("save")), tr("Save the report…"), header);
    save_->setObjectName(QStringLiteral("study_save_report"));
    save_->setToolTip(tr("As HTML, Markdown, LaTeX or JSON"));
    row->addWidget(save_);
    connect(open_, &QPushButton::clicked, this, &ResultsPanel::openFolder);
    connect(save_, &QPushButton::clicked, this, &ResultsPanel::chooseFile);
    return header;
}

/// Another study has no report yet, and none at all when its folder cannot be written.
void ResultsPanel::updateButtons() {
    save_->setEnabled(runner_.report() != nullptr);
    open_->setEnabled(runner_.report() != nullptr);
}

/// The place that somebody has scrolled to stays while further runs come in.
void ResultsPanel::showReport() {
    updateButtons();
    const auto& report = runner_.report();
    if (report == nullptr)
        return;
    const int scrolled = scroll_->verticalScrollBar()->value();
    view_->setDocument(study_document(*report));
    if (Card* card = view_->card(QStringLiteral("Sensitivity")))
        addSensitivityCharts(*card->body(), sensitivity_of(*report), SensitivityLoss::HeldOut, card);
    if (Card* card = view_->card(QStringLiteral("Learning rates")))
        addSensitivityCharts(*card->body(), rate_search_of(*report), SensitivityLoss::BestValidation, card);
    summary_->setText(runner_.isActive() ? tr("So far: runs are still to come.") : QString());
    scroll_->verticalScrollBar()->setValue(scrolled);
}

void ResultsPanel::chooseFile() {
    QString filter;
    QString file = QFileDialog::getSaveFileName(this, tr("Save the report"), QStringLiteral("report.html"),
                                                QLatin1String(kReportFiles), &filter);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += endingOf(filter);
    saveReport(file);
}

void ResultsPanel::saveReport(const QString& file) {
    const auto report = runner_.report();
    if (report == nullptr)
        return;
    if (const auto saved = write_study_report_as(*report, toPath(file)); !saved)
        message_->showError(saved.error());
    else
        message_->show(MessageKind::Success, tr("Saved %1").arg(file));
}

void ResultsPanel::openFolder() {
    QDesktopServices::openUrl(QUrl::fromLocalFile(toQt(runner_.studyFolder())));
}

}  // namespace tunebench::ui
