package stiffsweep.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import stiffsweep.analysis.SyntheticFolder;

/** The report as a reader's browser shows it. */
@EnabledIf("hasBrowser")
class ReportInBrowserTest {

    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @TempDir
    private static Path folder;

    private static ChromeDriver browser;
    private static String page = "";

    static boolean hasBrowser() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    @BeforeAll
    static void openTheReport() {
        SyntheticFolder.writeSweep(folder, "all", "true");
        page = Report.write(folder, folder.resolve("report"), "results/some", remark -> {})
                .toUri()
                .toString();
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments("--headless=new", "--no-sandbox", "--window-size=1280,1000", "--force-color-profile=srgb");
        options.setCapability("goog:loggingPrefs", logs);
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(DRIVER.toString()))
                        .build(),
                options);
        // What a script makes is there a moment later.
        browser.manage().timeouts().implicitlyWait(Duration.ofSeconds(60));
        browser.get(page);
    }

    @AfterAll
    static void closeTheBrowser() {
        browser.quit();
    }

    private static WebElement firstChart() {
        WebElement figure = browser.findElement(By.cssSelector("figure script")).findElement(By.xpath(".."));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", figure);
        WebElement chart = figure.findElement(By.cssSelector(".canvas svg"));
        awaitTheNextFrame();
        return chart;
    }

    /** A chart is drawn in the frame after the one that changed it. */
    private static void awaitTheNextFrame() {
        browser.executeAsyncScript("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))");
    }

    @Test
    void asksForNothingAndComplainsOfNothing() {
        browser.get(page);
        firstChart();

        assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
                .as("the console")
                .isEmpty();
        List<String> requests = browser.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(entry -> entry.getMessage())
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .toList();
        assertThat(requests)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request).contains("report.html"));
    }

    @Test
    void saysWhatIsKnownWhereAReaderPoints() {
        WebElement chart = firstChart();

        new Actions(browser).moveToElement(chart, 5, 0).perform();

        WebElement hover = browser.findElement(By.cssSelector("table.hover"));
        assertThat(hover.getText()).contains("stiffness", "jacobian", " to ", "n = 5", "in the middle: ");
    }

    @Test
    void hidesASeriesWhoseNameIsClicked() {
        WebElement chart = firstChart();
        WebElement button =
                chart.findElement(By.xpath("ancestor::figure")).findElement(By.cssSelector(".legend button"));
        int all = chart.findElements(By.tagName("path")).size();

        button.click();
        awaitTheNextFrame();

        assertThat(button.getAttribute("aria-pressed")).isEqualTo("false");
        assertThat(chart.findElements(By.tagName("path"))).hasSizeLessThan(all);
        button.click();
        awaitTheNextFrame();
        assertThat(chart.findElements(By.tagName("path"))).hasSize(all);
    }

    @Test
    void sortsATableByNumbersAndBack() {
        WebElement table = tableOf("median error_mse");
        int column = column(table, "median error_mse");
        WebElement head = table.findElements(By.tagName("th")).get(column);
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", head);

        head.findElement(By.tagName("button")).click();
        List<Double> ascending = numbers(table, column);
        head.findElement(By.tagName("button")).click();
        List<Double> descending = numbers(table, column);

        assertThat(ascending).hasSizeGreaterThan(5).isSorted();
        assertThat(descending).isSortedAccordingTo((left, right) -> Double.compare(right, left));
    }

    @Test
    void keepsTheRowsThatHaveAllWordsOfTheFilter() {
        WebElement table = tableOf("median error_mse");
        WebElement filter = table.findElement(By.xpath("ancestor::div[@class='table']/preceding-sibling::div[1]"))
                .findElement(By.tagName("input"));
        browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", filter);

        int stiffness = column(table, "stiffness");
        String some = cells(table, stiffness).get(3);
        filter.sendKeys("jacobian stiffness = " + some);

        assertThat(cells(table, stiffness)).isNotEmpty().allMatch(some::equals);
        assertThat(cells(table, column(table, "method"))).allMatch(method -> method.contains("jacobian"));
        filter.clear();
        filter.sendKeys("=");

        assertThat(cells(table, stiffness)).contains(some).anyMatch(other -> !other.equals(some));
        filter.clear();
        filter.sendKeys(" ");
    }

    @Test
    void fitsAPhoneWithoutScrollingSideways() {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 2, "mobile", true));
        browser.get(page);
        firstChart();

        assertThat((Long) browser.executeScript("return document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        browser.manage().window().setSize(new Dimension(1280, 1000));
        browser.get(page);
    }

    @Test
    void showsTheDrawingsWhereScriptsAreOff() {
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
        browser.get(page);

        assertThat(browser.findElements(By.cssSelector("figure > svg")))
                .isNotEmpty()
                .allMatch(WebElement::isDisplayed);
        browser.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
        browser.get(page);
    }

    /** The first table with such a column. */
    private static WebElement tableOf(String column) {
        browser.executeScript("document.querySelectorAll('details').forEach(all => { all.open = true; })");
        return browser.findElements(By.tagName("table")).stream()
                .filter(table -> column(table, column) >= 0)
                .findFirst()
                .orElseThrow();
    }

    private static int column(WebElement table, String name) {
        return table.findElements(By.tagName("th")).stream()
                .map(WebElement::getText)
                .toList()
                .indexOf(name);
    }

    private static List<String> cells(WebElement table, int column) {
        return table.findElements(By.cssSelector("tbody tr")).stream()
                .map(row -> row.findElements(By.tagName("td")).get(column).getText())
                .toList();
    }

    private static List<Double> numbers(WebElement table, int column) {
        return cells(table, column).stream()
                .filter(text -> text.matches("[-+.0-9e]+"))
                .map(Double::valueOf)
                .toList();
    }
}
