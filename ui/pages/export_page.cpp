#include "ui/pages/export_page.h"

#include <algorithm>
#include <cmath>

#include <QDesktopServices>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QUrl>
#include <QVBoxLayout>

#include "core/exports/export_format.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/theme/workbench_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/combo_edit.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"
#include "ui/widgets/path_edit.h"
#include "ui/widgets/status_pill.h"
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr double kRounding = 1e-5;  // of the order that fp32 sums in another order differ by
constexpr double kClose = 1e-3;

bool hasResult(const RunSummary& run) {
    return run.status == RunStatus::Completed || run.status == RunStatus::EarlyStopped ||
           run.status == RunStatus::Stopped || run.status == RunStatus::Interrupted ||
           run.status == RunStatus::Failed;
}

QString titleOf(const RunSummary& run) {
    const QString name = run.name.empty() ? toQt(run.id) : toQt(run.name);
    return QStringLiteral("%1 · %2 · %3").arg(name, toQt(run.method), dateText(run.created_at));
}

}  // namespace

Agreement agreementOf(double relativeDifference) {
    if (!(relativeDifference <= kClose))  // NaN is no agreement
        return Agreement::Different;
    return relativeDifference <= kRounding ? Agreement::Equal : Agreement::Close;
}

ExportPage::ExportPage(Workbench& workbench, QWidget* parent) : QWidget(parent), workbench_(workbench) {
    stack_ = new QStackedLayout(this);
    auto* empty =
        new EmptyState(QStringLiteral("export"), tr("Nothing to export yet"),
                       tr("When a run has finished, its adapter can be taken out for PEFT and the programs "
                          "that read its format."),
                       tr("Look at the history"), this);
    connect(empty, &EmptyState::activated, this, &ExportPage::historyRequested);
    stack_->addWidget(empty);
    stack_->addWidget(buildContent());
    connect(&workbench.bridge(), &RunBridge::exported, this, &ExportPage::onExported);
    connect(&workbench.source(), &HistorySource::changed, this, [this] {
        if (isVisible())
            reload();
    });
}

QWidget* ExportPage::buildContent() {
    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, spacing::kWide);
    layout->setSpacing(12);
    QLabel* title = makeLabel(tr("Export"), TextRole::Title, page);
    title->setMinimumHeight(spacing::kControl);
    layout->addWidget(title);
    message_ = new MessageBar(page);
    layout->addWidget(message_);
    layout->addWidget(buildForm());
    result_ = buildResult();
    layout->addWidget(result_);
    layout->addStretch(1);
    return page;
}

Card* ExportPage::buildForm() {
    auto* card = new Card(tr("What and where to"), this);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(spacing::kWide);
    form->setVerticalSpacing(spacing::kUnit);
    form->setColumnStretch(1, 1);
    const auto addRow = [&](const QString& name, QWidget* editor) {
        const int row = form->rowCount();
        form->addWidget(makeLabel(name, TextRole::Body, card), row, 0);
        form->addWidget(editor, row, 1);
    };
    run_ = new ComboEdit(card);
    run_->setObjectName(QStringLiteral("export_choice"));
    run_->setAccessibleName(tr("Run"));
    addRow(tr("Run"), run_);
    format_ = new ComboEdit(card);
    for (const auto* format : all_export_formats())
        format_->addItem(toQt(format->title), toQt(format->id));
    format_->setObjectName(QStringLiteral("export_format"));
    format_->setAccessibleName(tr("Format"));
    addRow(tr("Format"), format_);
    out_ = new PathEdit(PathKind::SaveFolder, card);
    out_->lineEdit()->setObjectName(QStringLiteral("export_folder"));
    out_->lineEdit()->setAccessibleName(tr("Folder"));
    addRow(tr("Folder"), out_);
    card->body()->addLayout(form);
    about_ = makeLabel({}, TextRole::Caption, card);
    card->body()->addWidget(about_);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    export_ = new QPushButton(iconOnAccent(QStringLiteral("export")), tr("Export"), card);
    export_->setObjectName(QStringLiteral("export"));
    setButtonKind(export_, ButtonKind::Primary);
    row->addWidget(export_);
    progress_ = new QProgressBar(card);
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setFixedSize(160, 8);
    progress_->setAccessibleName(tr("Exporting"));
    row->addWidget(progress_);
    progressText_ = makeLabel({}, TextRole::Caption, card);
    row->addWidget(progressText_, 1);
    card->body()->addSpacing(spacing::kHalf);
    card->body()->addLayout(row);
    progress_->hide();
    connect(run_, &QComboBox::currentIndexChanged, this, &ExportPage::onRunChosen);
    connect(out_, &PathEdit::pathChanged, this, &ExportPage::updateButton);
    connect(export_, &QPushButton::clicked, this, &ExportPage::exportRun);
    return card;
}

Card* ExportPage::buildResult() {
    auto* card = new Card(tr("Written, loaded again and compared"), this);
    verdict_ = new StatusPill(card);
    card->header()->addWidget(verdict_);
    sentence_ = makeLabel({}, TextRole::Body, card);
    sentence_->setWordWrap(true);
    sentence_->setObjectName(QStringLiteral("export_sentence"));
    card->body()->addWidget(sentence_);
    numbers_ = makeLabel({}, TextRole::Caption, card);
    numbers_->setWordWrap(true);
    card->body()->addWidget(numbers_);
    files_ = makeLabel({}, TextRole::Code, card);
    files_->setObjectName(QStringLiteral("export_files"));
    files_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    files_->setWordWrap(true);
    card->body()->addWidget(files_);
    auto* open = new QPushButton(icon(QStringLiteral("folder")), tr("Open the folder"), card);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(out_->path())); });
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    card->hide();
    return card;
}

void ExportPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    reload();
}

void ExportPage::reload() {
    auto runs = workbench_.source().runs();
    runs_ = runs ? *std::move(runs) : std::vector<RunSummary>();
    std::erase_if(runs_, [](const RunSummary& run) { return !hasResult(run); });
    const QString chosen = wanted_.isEmpty() ? run_->currentData().toString() : wanted_;
    {
        const QSignalBlocker blocker(run_);
        run_->clear();
        for (const auto& run : runs_)
            run_->addItem(titleOf(run), toQt(run.id));
        run_->setCurrentIndex(std::max(0, run_->findData(chosen)));
    }
    if (run_->currentData().toString() == wanted_)
        wanted_.clear();
    stack_->setCurrentIndex(runs_.empty() ? 0 : 1);
    onRunChosen();
}

void ExportPage::chooseRun(const QString& runId) {
    wanted_ = runId;
    reload();
}

void ExportPage::onRunChosen() {
    const auto index = static_cast<std::size_t>(std::max(0, run_->currentIndex()));
    if (index >= runs_.size())
        return;
    const RunSummary& run = runs_[index];
    const QString folder = toQt(run.folder / "export" / "peft");
    if (out_->property("run").toString() != toQt(run.id)) {
        out_->setProperty("run", toQt(run.id));
        out_->setPath(folder);
        result_->hide();
    }
    QStringList facts{statusText(run.status),
                      tr("%1 trained").arg(trainableText(run.trainable_parameters, run.total_parameters))};
    if (run.best_validation_loss)
        facts << tr("best validation loss %1 at step %2")
                     .arg(lossText(*run.best_validation_loss))
                     .arg(run.best_step);
    about_->setText(facts.join(QStringLiteral(" · ")));
    updateButton();
}

void ExportPage::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    updateButton();
}

void ExportPage::updateButton() {
    const bool isWorking = request_ != 0;
    export_->setEnabled(!isWorking && !isBusy_ && !out_->path().isEmpty() && run_->currentIndex() >= 0);
    progress_->setVisible(isWorking);
    progressText_->setText(isWorking ? tr("Writing, loading again, comparing…")
                           : isBusy_ ? tr("Available when the run that is active has ended.")
                                     : QString());
}

void ExportPage::exportRun() {
    const auto index = static_cast<std::size_t>(run_->currentIndex());
    message_->clear();
    result_->hide();
    request_ = workbench_.bridge().host().export_run({.run = runs_[index].folder,
                                                      .to = format_->currentData().toString().toStdString(),
                                                      .out = toPath(out_->path())});
    updateButton();
}

void ExportPage::onExported(const HostReply<ExportReport>& reply) {
    if (reply.request != request_)
        return;
    request_ = 0;
    updateButton();
    if (reply.report)
        showReport(*reply.report);
    else
        message_->showError(reply.report.error());
}

void ExportPage::showReport(const ExportReport& report) {
    switch (agreementOf(report.max_logit_difference)) {
        case Agreement::Equal:
            verdict_->setStatus(tr("Equal"), PillTone::Good);
            sentence_->setText(
                tr("The exported adapter answers as the trained model does: what differs is rounding."));
            break;
        case Agreement::Close:
            verdict_->setStatus(tr("Close"), PillTone::Warning);
            sentence_->setText(
                tr("The exported adapter answers almost as the trained model does. Check a few answers "
                   "before you rely on it."));
            break;
        case Agreement::Different:
            verdict_->setStatus(tr("Different"), PillTone::Bad);
            sentence_->setText(tr(
                "The exported adapter does not answer as the trained model does. Do not use these files."));
            break;
    }
    numbers_->setText(
        tr("Largest difference of a logit: %1 of the largest logit, which is %2. Tensors: %3, together %4.")
            .arg(rateText(report.max_logit_difference), shortNumber(report.max_logit),
                 QString::number(report.tensors), bytesText(report.bytes)));
    QStringList files{toQt(report.out)};
    for (const auto& file : report.files)
        files << QStringLiteral("    ") + toQt(file);
    files_->setText(files.join(QLatin1Char('\n')));
    result_->show();
}

}  // namespace tunebench::ui
