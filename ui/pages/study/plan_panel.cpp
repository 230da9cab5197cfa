#include "ui/pages/study/plan_panel.h"

#include <algorithm>
#include <utility>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/pages/history/run_delegate.h"
#include "ui/pages/setup/start_panel.h"
#include "ui/pages/study/method_list.h"
#include "ui/pages/study/study_choices.h"
#include "ui/text/numbers.h"
#include "ui/text/qt_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/first_column.h"
#include "ui/widgets/kept_layout.h"

namespace tunebench::ui {
namespace {

constexpr int kCheckMs = 150;
constexpr int kChoicesWidth = 396;
constexpr int kCostHeight = 220;
constexpr int kLeastPlanColumn = 44;
constexpr int kWidestMethod = 150;

/// The widest that a cell usually is, so that the numbers of a plan never lose digits.
constexpr std::pair<StudyPlanModel::Column, const char*> kWidest[] = {
    {StudyPlanModel::Trained, "999.9 M"},    {StudyPlanModel::Memory, "999.99 MiB"},
    {StudyPlanModel::Fits, "●  too large"},  {StudyPlanModel::Work, "10.00 ×"},
    {StudyPlanModel::Length, "1200 steps"},  {StudyPlanModel::Runs, "10 + 10"},
    {StudyPlanModel::Time, "≤ 59 min 59 s"},
};

int widthOf(const char* text, int column, const QTableView& table) {
    const QFontMetrics metrics(table.font());
    const QString title = table.model()->headerData(column, Qt::Horizontal).toString();
    return std::max(metrics.horizontalAdvance(QString::fromUtf8(text)), metrics.horizontalAdvance(title)) +
           2 * spacing::kUnit;
}

/// A dot that says at a glance whether it fits.
class PlanDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

protected:
    QColor dot(const QModelIndex& index, const Colors& colors) const override {
        if (index.column() != StudyPlanModel::Fits)
            return {};
        return index.data(StudyPlanModel::FitsRole).toBool() ? colors.success : colors.danger;
    }
    bool isSecondary(const QModelIndex& index) const override {
        return index.column() == StudyPlanModel::Work;
    }
};

template <class Fact>
bool isSameForAll(const std::vector<PlannedMethod>& methods, const Fact& fact) {
    return std::ranges::all_of(methods, [&](const auto& one) { return fact(one) == fact(methods.front()); });
}

QString timeOf(const StudyCheck& check) {
    if (check.expectedSeconds && check.mostSeconds)
        return PlanPanel::tr("about %1 in all, %2 at most")
            .arg(durationText(*check.expectedSeconds), durationText(*check.mostSeconds));
    if (check.expectedSeconds)
        return PlanPanel::tr("about %1 in all").arg(durationText(*check.expectedSeconds));
    if (check.mostSeconds)
        return PlanPanel::tr("%1 at most").arg(durationText(*check.mostSeconds));
    return PlanPanel::tr("nothing limits their time");
}

}  // namespace

PlanPanel::PlanPanel(std::filesystem::path dataFolder, QWidget* parent)
    : QWidget(parent), dataFolder_(std::move(dataFolder)), task_(this) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kWide);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedWidth(kChoicesWidth);
    choices_ = new StudyChoices(scroll);
    scroll->setWidget(choices_);
    scroll->viewport()->setAutoFillBackground(false);
    choices_->setAutoFillBackground(false);
    row->addWidget(scroll);
    row->addWidget(buildCost(), 1);
    timer_.setSingleShot(true);
    timer_.setInterval(kCheckMs);
    connect(&timer_, &QTimer::timeout, this, &PlanPanel::runCheck);
    connect(choices_, &StudyChoices::changed, this, &PlanPanel::onChanged);
    timer_.start();
}

QWidget* PlanPanel::buildCost() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, spacing::kWide);
    column->setSpacing(spacing::kWide);
    auto* card = new Card(tr("What it will cost"), side);
    summary_ = makeLabel({}, TextRole::Caption, card);
    summary_->setObjectName(QStringLiteral("study_cost"));
    summary_->setWordWrap(true);
    summary_->setAlignment(Qt::AlignTop | Qt::AlignLeft);  // also while it has the card to itself
    card->body()->addWidget(summary_);
    table_ = new QTableView(card);
    table_->setObjectName(QStringLiteral("study_plan"));
    markColumnsKept(table_, QStringLiteral("study-costs"));
    table_->setAccessibleName(tr("Planned runs of each method"));
    styleTable(table_);
    table_->setItemDelegate(new PlanDelegate(table_));
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setTabKeyNavigation(false);
    table_->setMinimumHeight(kCostHeight);
    model_ = new StudyPlanModel(this);
    table_->setModel(model_);
    for (const auto& [which, widest] : kWidest)
        table_->setColumnWidth(which, widthOf(widest, which, *table_));
    table_->horizontalHeader()->setMinimumSectionSize(kLeastPlanColumn);
    methods_ = new FirstColumn(table_, kWidestMethod);
    methods_->fit();
    card->body()->addWidget(table_, 1);
    column->addWidget(card, 1);
    start_ = new StartPanel(side);
    start_->startButton()->setObjectName(QStringLiteral("start_study"));
    start_->startButton()->setText(tr("Start the study"));
    start_->startButton()->setToolTip(tr("Runs that are done already are not repeated"));
    column->addWidget(start_);
    connect(start_, &StartPanel::startRequested, this, &PlanPanel::start);
    connect(start_, &StartPanel::fieldRequested, this, [this](const QString& field) {
        if (!choices_->reveal(field))
            Q_EMIT setupFieldRequested(field);
    });
    return side;
}

void PlanPanel::setSettings(const StudySettings& settings, const QString& baseOrigin) {
    choices_->setSettings(settings);
    choices_->setBase(settings.base, baseOrigin);
}

StudySettings PlanPanel::settings() const {
    auto settings = choices_->settings();
    settings.rules.name = name_;
    return settings;
}

void PlanPanel::setName(const QString& name) {
    name_ = name.trimmed().toStdString();
    onChanged();
}

void PlanPanel::onChanged() {
    isChecking_ = true;
    start_->setChecking();
    timer_.start();
    Q_EMIT changed();
}

void PlanPanel::runCheck() {
    task_.start([settings = settings(),
                 folder = dataFolder_](const CancelToken&) { return checkStudy(settings, folder); },
                [this](const StudyCheck& check) { onChecked(check); });
}

void PlanPanel::onChecked(const StudyCheck& check) {
    check_ = check;
    model_->setMethods(check.methods);
    showCost();
    if (timer_.isActive())
        return;  // it has changed since
    isChecking_ = false;
    updateStart();
    Q_EMIT checked();
}

/// What is the same for all methods is said once, above the table, not in a column.
void PlanPanel::showCost() {
    table_->setVisible(!check_.methods.empty());
    QStringList sentences;
    if (choices_->methods()->choices().empty())
        sentences << tr("Add two methods to see the cost.");
    else if (check_.plan)
        sentences << (check_.tries > 0 ? tr("%1 runs after %2 short tries of learning rates; %3.")
                                             .arg(check_.runs)
                                             .arg(check_.tries)
                                             .arg(timeOf(check_))
                                       : tr("%1 runs; %2.").arg(check_.runs).arg(timeOf(check_)));
    else
        sentences << tr("No estimate yet: something is missing.");
    const auto& methods = check_.methods;
    const bool areFitting = std::ranges::all_of(methods, [](const auto& one) { return one.cost.fits; });
    const bool areAsLong = isSameForAll(methods, [](const auto& one) { return one.length; });
    const bool areAsMany =
        isSameForAll(methods, [](const auto& one) { return std::pair(one.cost.runs, one.cost.tries); });
    if (!methods.empty() && areAsLong)
        sentences << tr("Each run: %1.").arg(methods.front().length);
    if (!methods.empty() && areFitting)
        sentences << tr("All fit into the free memory.");
    table_->setColumnHidden(StudyPlanModel::Fits, areFitting);
    table_->setColumnHidden(StudyPlanModel::Length, areAsLong);
    table_->setColumnHidden(StudyPlanModel::Runs, areAsMany);
    methods_->fit();
    summary_->setText(sentences.join(QLatin1Char(' ')));
}

void PlanPanel::updateStart() {
    std::vector<Finding> findings;
    if (isBusy_)
        findings.push_back({.field = "live",
                            .message = tr("Another run is active.").toStdString(),
                            .hint = tr("Stop it, or wait until it has finished.").toStdString()});
    for (const auto& error : choices_->errors())
        findings.push_back({.field = error.field, .message = error.message, .hint = error.hint});
    findings.insert(findings.end(), check_.findings.begin(), check_.findings.end());
    start_->setFindings(findings);
}

void PlanPanel::setBusy(bool isBusy) {
    isBusy_ = isBusy;
    if (!isChecking_)
        updateStart();
}

void PlanPanel::start() {
    if (check_.plan)
        Q_EMIT startRequested(*check_.plan);
}

}  // namespace tunebench::ui
