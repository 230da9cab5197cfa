#include "ui/pages/data_page.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/pages/data/finding_list.h"
#include "ui/pages/data/health_cards.h"
#include "ui/pages/data/row_browser.h"
#include "ui/text/qt_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {
namespace {

constexpr int kProgressMs = 100;
constexpr int kProgressWidth = 160;
constexpr int kProgressSteps = 1000;

/// Whether the same rows come out of both, in the same order.
bool readsTheSame(const RunConfig& a, const RunConfig& b) {
    return a.data == b.data && a.model == b.model && a.method == b.method &&
           a.general.seed == b.general.seed && a.budget.batch_size == b.budget.batch_size &&
           a.budget.length_grouped == b.budget.length_grouped;
}

QString subjectOf(const RunConfig& config) {
    QStringList files;
    for (const auto& file : config.data.train)
        files << QFileInfo(toQt(file.path)).fileName();
    constexpr int kMostNames = 3;
    QString text = QStringList(files.mid(0, kMostNames)).join(QStringLiteral(", "));
    if (files.size() > kMostNames)
        text += DataPage::tr(" and %1 more").arg(files.size() - kMostNames);
    if (!config.data.validation.empty())
        text += DataPage::tr(", validated on %1").arg(QFileInfo(toQt(config.data.validation)).fileName());
    return text;
}

}  // namespace

DataPage::DataPage(QWidget* parent)
    : QWidget(parent), config_(default_run_config()), viewTask_(this), examineTask_(this) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kPage, spacing::kWide, spacing::kPage, 0);
    layout->setSpacing(12);
    header_ = buildHeader();
    layout->addWidget(header_);
    message_ = new MessageBar(this);
    layout->addWidget(message_);
    empty_ =
        new EmptyState(QStringLiteral("data"), tr("No data yet"),
                       tr("Once a model and training files are chosen, all rows are examined here before "
                          "anything trains: what cannot be read, what is cut, what is repeated. And every "
                          "row is shown as the model sees it."),
                       tr("Choose data in Setup"), this);
    connect(empty_, &EmptyState::activated, this, &DataPage::setupRequested);
    layout->addWidget(empty_, 1);
    layout->addWidget(buildContent(), 1);
    header_->hide();
    scroll_->hide();
    progressTimer_.setInterval(kProgressMs);
    connect(&progressTimer_, &QTimer::timeout, this, &DataPage::showProgress);
    updateBusy();
}

DataPage::~DataPage() = default;

QWidget* DataPage::buildHeader() {
    auto* header = new QWidget(this);
    header->setMinimumHeight(spacing::kControl);  // also while no button is in it
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kUnit);
    row->addWidget(makeLabel(tr("Data"), TextRole::Title, header));
    row->addSpacing(spacing::kUnit);
    subject_ = makeLabel({}, TextRole::Caption, header);
    subject_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(subject_, 1);
    rows_ = makeLabel({}, TextRole::Caption, header);
    row->addWidget(rows_);
    bar_ = new QProgressBar(header);
    bar_->setRange(0, kProgressSteps);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(kProgressWidth);
    bar_->setAccessibleName(tr("Progress of the examination"));
    row->addWidget(bar_);
    cancel_ = new QPushButton(icon(QStringLiteral("stop")), tr("Cancel"), header);
    cancel_->setObjectName(QStringLiteral("cancel_examination"));
    connect(cancel_, &QPushButton::clicked, this, &DataPage::cancel);
    row->addWidget(cancel_);
    again_ = new QPushButton(icon(QStringLiteral("reset")), tr("Examine again"), header);
    again_->setObjectName(QStringLiteral("examine_again"));
    again_->setToolTip(tr("Reads the files anew (F5)"));
    again_->setShortcut(QKeySequence(Qt::Key_F5));
    connect(again_, &QPushButton::clicked, this, &DataPage::examine);
    row->addWidget(again_);
    return header;
}

QWidget* DataPage::buildContent() {
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(scroll_);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, spacing::kWide);
    column->setSpacing(spacing::kWide);
    tiles_ = new HealthTiles(content);
    column->addWidget(tiles_);
    auto* two = new QHBoxLayout;
    two->setSpacing(spacing::kWide);
    findingsCard_ = new Card(tr("Findings"), content);
    findings_ = new FindingList(findingsCard_);
    findingsCard_->body()->addWidget(findings_, 1);
    connect(findings_, &FindingList::fieldRequested, this, &DataPage::fieldRequested);
    two->addWidget(findingsCard_, 1);
    auto* right = new QVBoxLayout;
    right->setSpacing(spacing::kWide);
    lengths_ = new LengthsCard(content);
    labels_ = new LabelsCard(content);
    right->addWidget(lengths_);
    right->addWidget(labels_);
    right->addStretch(1);
    two->addLayout(right, 1);
    column->addLayout(two);
    auto* seen = new Card(tr("As the model sees it"), content);
    seen->setSummary(tr("rows of the first epoch's batches, in their order"));
    browser_ = new RowBrowser(seen);
    seen->body()->addWidget(browser_);
    connect(browser_, &RowBrowser::allRowsRequested, this, [this] { readView(0); });
    column->addWidget(seen, 1);
    scroll_->setWidget(content);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll_;
}

bool DataPage::hasData() const {
    return !config_.model.path.empty() && !config_.data.train.empty();
}

void DataPage::setConfig(const RunConfig& config) {
    const bool isSame = wasSet_ && readsTheSame(config, config_);
    config_ = config;
    wasSet_ = true;
    empty_->setVisible(!hasData());
    header_->setVisible(hasData());
    scroll_->setVisible(hasData());
    if (isSame)
        return;
    if (hasData())
        examine();
    else
        cancel();
    message_->clear();
    updateBusy();
}

void DataPage::examine() {
    cancel();
    message_->clear();
    subject_->setText(subjectOf(config_));
    subject_->setToolTip(subject_->text());
    isExamined_ = false;
    tiles_->clear();
    lengths_->clear();
    labels_->setLabels({});
    findingsCard_->setSummary({});
    findings_->setNote(tr("All rows are being read…"));
    browser_->showNothing(tr("The first rows are being read…"));
    readView(kFirstRows);
}

void DataPage::cancel() {
    viewTask_.cancel();
    examineTask_.cancel();
    const bool wasBusy = isBusy();
    isExamining_ = isReadingView_ = false;
    updateBusy();
    if (!wasBusy)
        return;
    if (!isExamined_)
        findings_->setNote(tr("Not all rows were read."));
    message_->show(MessageKind::Info, tr("The examination was cancelled."));
}

void DataPage::readView(std::int64_t limit) {
    isReadingView_ = true;
    updateBusy();
    viewTask_.start([config = config_, tokenizer = tokenizer_, limit](
                        const CancelToken& cancel) { return viewForPage(config, tokenizer, limit, cancel); },
                    [this, limit](const ViewAnswer& answer) {
                        onView(answer);
                        if (limit > 0)
                            startExamination();
                    });
}

void DataPage::onView(const ViewAnswer& answer) {
    isReadingView_ = false;
    tokenizer_ = answer.tokenizer;
    if (answer.view)
        browser_->showView(*answer.view);
    else if (answer.tokenizer)
        browser_->showError(*answer.error);
    else
        browser_->showNothing(tr("The model's tokenizer cannot be read."));
    if (!answer.tokenizer) {
        findings_->setNote(tr("Nothing was read."));
        message_->showError(*answer.error);
    }
    updateBusy();
}

void DataPage::startExamination() {
    if (!tokenizer_)
        return;
    isExamining_ = true;
    progress_ = std::make_shared<SharedProgress>();
    updateBusy();
    examineTask_.start(
        [config = config_, tokenizer = tokenizer_, progress = progress_](const CancelToken& cancel) {
            return examineForPage(config, *tokenizer, progress, cancel);
        },
        [this](const Examination& examination) { onExamined(examination); });
}

void DataPage::onExamined(const Examination& examination) {
    isExamining_ = false;
    updateBusy();
    if (examination.error) {
        findings_->setNote(tr("The data was not read."));
        message_->showError(*examination.error);
        return;
    }
    isExamined_ = true;
    const DataHealth& train = examination.diagnosis.train;
    tiles_->setHealth(train);
    findings_->setFindings(examination.findings);
    const bool stops = stops_run(examination.findings);
    findingsCard_->setSummary(stops ? tr("a run would stop at this data")
                                    : tr("a run can start with this data"));
    lengths_->setLengths(train.lengths, config_.data.max_length);
    labels_->setLabels(train.report.labels);
}

void DataPage::updateBusy() {
    if (isExamining_ && !progressTimer_.isActive())
        progressTimer_.start();
    else if (!isExamining_)
        progressTimer_.stop();
    for (QWidget* part : {static_cast<QWidget*>(bar_), static_cast<QWidget*>(rows_)})
        part->setVisible(isExamining_);
    cancel_->setVisible(isBusy());
    again_->setVisible(!isBusy() && hasData());
    showProgress();
}

void DataPage::showProgress() {
    if (!progress_ || !isExamining_)
        return;
    bar_->setValue(static_cast<int>(progress_->share * kProgressSteps));
    rows_->setText(tr("%1 rows").arg(QLocale().toString(static_cast<qlonglong>(progress_->rows))));
}

}  // namespace tunebench::ui
