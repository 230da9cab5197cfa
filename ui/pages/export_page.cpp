#include "ui/pages/export_page.h"

#include <algorithm>

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "ui/pages/export/export_result.h"
#include "ui/text/core_sentence.h"
#include "ui/text/core_text.h"
#include "ui/text/method_text.h"
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
#include "ui/workbench.h"

namespace tunebench::ui {
namespace {

constexpr int kWidestPart = 960;  // as of settings, a field as wide as a screen is hard to read along

bool hasResult(const RunSummary& run) {
    return run.status == RunStatus::Completed || run.status == RunStatus::EarlyStopped ||
           run.status == RunStatus::Stopped || run.status == RunStatus::Interrupted ||
           run.status == RunStatus::Failed;
}

QString titleOf(const RunSummary& run) {
    const QString name = run.name.empty() ? toQt(run.id) : toQt(run.name);
    return QStringLiteral("%1 · %2 · %3").arg(name, methodText(run.method), dateText(run.created_at));
}

}  // namespace

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
    Card* form = buildForm();
    result_ = new ExportResult(page);
    result_->hide();
    for (QWidget* part :
         {static_cast<QWidget*>(message_), static_cast<QWidget*>(form), static_cast<QWidget*>(result_)}) {
        part->setMaximumWidth(kWidestPart);
        layout->addWidget(part);
    }
    layout->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    return scroll;
}

Card* ExportPage::buildForm() {
    auto* card = new Card(tr("What and where to"), this);
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(spacing::kWide);
    form->setVerticalSpacing(spacing::kHalf);
    form->setColumnStretch(1, 1);
    const auto addRow = [&](const QString& name, QWidget* editor) {
        const int row = form->rowCount();
        form->addWidget(makeLabel(name, TextRole::Body, card), row, 0);
        form->addWidget(editor, row, 1);
        QLabel* caption = makeLabel({}, TextRole::Caption, card);
        caption->setWordWrap(true);
        form->addWidget(caption, row + 1, 1);
        form->setRowMinimumHeight(row + 2, spacing::kHalf);
        return caption;
    };
    run_ = new ComboEdit(card);
    run_->setObjectName(QStringLiteral("export_choice"));
    run_->setAccessibleName(tr("Run"));
    about_ = addRow(tr("Run"), run_);
    format_ = new ComboEdit(card);
    format_->setObjectName(QStringLiteral("export_format"));
    format_->setAccessibleName(tr("Format"));
    aboutFormat_ = addRow(tr("Format"), format_);
    aboutFormat_->setObjectName(QStringLiteral("export_about_format"));
    refusals_ = makeLabel({}, TextRole::Caption, card);
    refusals_->setObjectName(QStringLiteral("export_refusals"));
    refusals_->setWordWrap(true);
    form->addWidget(refusals_, form->rowCount() - 1, 1);
    form->setRowMinimumHeight(form->rowCount(), spacing::kHalf);
    out_ = new PathEdit(PathKind::SaveFolder, card);
    out_->lineEdit()->setObjectName(QStringLiteral("export_folder"));
    out_->lineEdit()->setAccessibleName(tr("Folder"));
    addRow(tr("Folder"), out_)->hide();
    card->body()->addLayout(form);
    card->body()->addWidget(buildActions());
    connect(run_, &QComboBox::currentIndexChanged, this, &ExportPage::onRunChosen);
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportPage::onFormatChosen);
    connect(out_, &PathEdit::pathChanged, this, &ExportPage::updateButton);
    return card;
}

QWidget* ExportPage::buildActions() {
    auto* actions = new QWidget(this);
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    export_ = new QPushButton(iconOnAccent(QStringLiteral("export")), tr("Export"), actions);
    export_->setObjectName(QStringLiteral("export"));
    setButtonKind(export_, ButtonKind::Primary);
    row->addWidget(export_);
    progress_ = new QProgressBar(actions);
    progress_->setRange(0, 0);
    progress_->setTextVisible(false);
    progress_->setFixedSize(160, 8);
    progress_->setAccessibleName(tr("Exporting"));
    row->addWidget(progress_);
    progressText_ = makeLabel({}, TextRole::Caption, actions);
    row->addWidget(progressText_, 1);
    progress_->hide();
    connect(export_, &QPushButton::clicked, this, &ExportPage::exportRun);
    return actions;
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

const RunSummary* ExportPage::chosenRun() const {
    const auto index = static_cast<std::size_t>(std::max(0, run_->currentIndex()));
    return index < runs_.size() ? &runs_[index] : nullptr;
}

const FormatChoice* ExportPage::chosenFormat() const {
    const auto index = static_cast<std::size_t>(std::max(0, format_->currentIndex()));
    const bool isPossible = index < choices_.size() && !choices_[index].refusal;
    return isPossible ? &choices_[index] : nullptr;
}

void ExportPage::onRunChosen() {
    const RunSummary* run = chosenRun();
    if (run == nullptr)
        return;
    QStringList facts{
        statusText(run->status),
        tr("trained parameters: %1").arg(trainableText(run->trainable_parameters, run->total_parameters))};
    if (run->best_validation_loss)
        facts << tr("best validation loss %1 at step %2")
                     .arg(lossText(*run->best_validation_loss))
                     .arg(run->best_step);
    about_->setText(facts.join(QStringLiteral(" · ")));
    if (shownRun_ != toQt(run->id)) {
        shownRun_ = toQt(run->id);
        suggested_ = out_->path();  // another run's folder is of no use here
        result_->hide();
        message_->clear();
        showChoices();
    }
    updateButton();
}

void ExportPage::showChoices() {
    choices_ = formatChoices(*chosenRun());
    {
        const QSignalBlocker blocker(format_);
        const QString before = format_->currentData().toString();
        format_->clear();
        auto* items = qobject_cast<QStandardItemModel*>(format_->model());
        int first = -1;
        for (const auto& choice : choices_) {
            const int row = format_->count();
            format_->addItem(coreText(choice.format->title), toQt(choice.format->id));
            if (choice.refusal) {
                items->item(row)->setEnabled(false);
                format_->setItemData(row, coreSentence(choice.refusal->message), Qt::ToolTipRole);
            } else if (first < 0 || toQt(choice.format->id) == before) {
                first = row;
            }
        }
        format_->setCurrentIndex(first);
    }
    refusals_->setText(refusalText(choices_));
    refusals_->setVisible(!refusals_->text().isEmpty());
    onFormatChosen();
}

void ExportPage::onFormatChosen() {
    const FormatChoice* choice = chosenFormat();
    aboutFormat_->setText(
        choice == nullptr ? tr("This run can be written in none of the formats.")
                          : tr("%1 About %2.").arg(coreText(choice->format->help), bytesText(choice->bytes)));
    suggestFolder();
    updateButton();
}

/// A folder that somebody typed stays.
void ExportPage::suggestFolder() {
    const FormatChoice* choice = chosenFormat();
    if (choice == nullptr || out_->path() != suggested_)
        return;
    suggested_ = toQt(suggestedFolder(*chosenRun(), *choice->format));
    out_->setPath(suggested_);
}

void ExportPage::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    updateButton();
}

void ExportPage::updateButton() {
    const bool isWorking = isExporting();
    export_->setEnabled(!isWorking && !isBusy_ && !out_->path().isEmpty() && chosenFormat() != nullptr);
    progress_->setVisible(isWorking);
    progressText_->setText(isWorking ? tr("Writing, reading back, comparing…")
                           : isBusy_ ? tr("Available when the run that is active has ended.")
                                     : QString());
}

void ExportPage::exportRun() {
    message_->clear();
    result_->hide();
    request_ = workbench_.bridge().host().export_run({.run = chosenRun()->folder,
                                                      .to = std::string(chosenFormat()->format->id),
                                                      .out = toPath(out_->path())});
    updateButton();
}

void ExportPage::onExported(const HostReply<ExportReport>& reply) {
    if (reply.request != request_)
        return;
    request_ = 0;
    updateButton();
    if (!reply.report) {
        message_->showError(reply.report.error());
        return;
    }
    result_->showReport(*reply.report);
    suggestFolder();  // the one that was suggested is full now
}

}  // namespace tunebench::ui
